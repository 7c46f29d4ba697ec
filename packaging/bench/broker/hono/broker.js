import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const { ANAM_API_KEY, UPSTREAM } = process.env
const ask = async (path, bearer, body) => {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` }
  return (await fetch(UPSTREAM + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}
const app = new Hono()
app.post('/v1/engine/session', async (c) => {
  const { personaId } = await c.req.json()
  const { sessionToken } = await ask('/v1/auth/session-token', ANAM_API_KEY, { personaConfig: { personaId } })
  const session = await ask('/v1/engine/session', sessionToken, { clientMetadata: { client: 'hono' } })
  return c.json({ ...session, sessionToken })
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(`READY http://127.0.0.1:${port}`))

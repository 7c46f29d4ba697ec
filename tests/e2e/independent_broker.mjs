// A broker as somebody else would write it, from protocol/README.md section 2 and the two calls behind it.
import { createServer } from "node:http";

const { UPSTREAM, API_KEY } = process.env;

async function call(path, bearer, body) {
  const headers = { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" };
  const response = await fetch(UPSTREAM + path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, ok: response.ok, json: await response.json().catch(() => ({})) };
}

async function start(personaId) {
  const token = await call("/v1/auth/session-token", API_KEY, { personaConfig: { personaId } });
  if (!token.ok) return token;
  const { sessionToken } = token.json;
  const clientMetadata = { client: "independent-broker", version: "1" };
  const session = await call("/v1/engine/session", sessionToken, { clientMetadata });
  return session.ok ? { status: 200, json: { ...session.json, sessionToken } } : session;
}

const server = createServer(async (request, response) => {
  const answer = (status, json) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(json));
  if (request.method !== "POST" || request.url !== "/v1/engine/session") return answer(404, {});
  try {
    const { personaId } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const { status, json } = await start(personaId);
    answer(status, json);
  } catch {
    answer(502, { error: "no session" });
  }
});

server.listen(0, "127.0.0.1", () => console.log(`READY http://127.0.0.1:${server.address().port}`));

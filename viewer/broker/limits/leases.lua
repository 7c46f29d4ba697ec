-- Leases in Redis: local.py says the same in Python, and counters.py what each step is for.
-- KEYS[1]: what all keys begin with. ARGV[1]: the step, ARGV[2]: its arguments as JSON. Answers JSON.
-- Times are milliseconds of this Redis' clock, so that all brokers have the same.
local prefix = KEYS[1]
local arguments = cjson.decode(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local day = math.floor(now / 86400000)

local ends = prefix .. 'ends' -- lease → when it is over
local taken = prefix .. 'taken' -- lease → when it was taken
local stops = prefix .. 'stops' -- lease → when its session is to be ended (again)
local leases = prefix .. 'leases' -- lease → JSON
local sessions = prefix .. 'sessions' -- session → lease

local function of_client(client)
  return prefix .. 'taken:' .. client
end

local function spent_on(of_day, client)
  return prefix .. 'spent:' .. of_day .. (client and ':' .. client or '')
end

local function read(lease)
  local text = redis.call('HGET', leases, lease)
  return text and cjson.decode(text) or nil
end

local function write(lease, held)
  redis.call('HSET', leases, lease, cjson.encode(held))
end

local function charge(held, milliseconds)
  for _, whose in ipairs({{held.charged_client, held.client}, {held.charged_all, nil}}) do
    if whose[1] then
      local key = spent_on(held.day, whose[2])
      redis.call('INCRBY', key, string.format('%d', milliseconds))
      redis.call('EXPIRE', key, 172800)
    end
  end
end

-- It counts no more.
local function free(lease, held)
  redis.call('ZREM', ends, lease)
  redis.call('ZREM', taken, lease)
  redis.call('ZREM', of_client(held.client), lease)
  if held.session and not held.over then
    redis.call('HDEL', sessions, held.session)
  end
end

-- Its session is to be ended, from then on; so long it counts.
local function stop(lease, held, from)
  held.over = true
  held.give_up = now + arguments.give_up
  write(lease, held)
  redis.call('HDEL', sessions, held.session)
  redis.call('ZADD', stops, from, lease)
  redis.call('ZADD', ends, now + arguments.stopping, lease)
end

local function expire()
  for _, lease in ipairs(redis.call('ZRANGEBYSCORE', ends, '-inf', now)) do
    local held = read(lease)
    if not held then
      redis.call('ZREM', ends, lease) -- somebody has removed it
      redis.call('ZREM', taken, lease)
    elseif held.session and not held.over then
      stop(lease, held, now)
    else
      free(lease, held)
      if not held.session then
        -- Whoever asked for it is gone, and has said nothing.
        charge(held, -held.milliseconds)
        redis.call('HDEL', leases, lease)
      end
    end
  end
end

local function count(key)
  local all = redis.call('ZCARD', key)
  if not arguments.active then
    return all
  end
  local settled = redis.call('ZCOUNT', key, '-inf', now - arguments.settled)
  return all - settled + math.min(settled, arguments.active)
end

-- Milliseconds until the first of these leases is over, but at most so many.
local function soonest(key, longest)
  if key == taken then
    local first = redis.call('ZRANGE', ends, 0, 0, 'WITHSCORES')
    return first[2] and math.min(longest, first[2] - now) or longest
  end
  for _, lease in ipairs(redis.call('ZRANGE', key, 0, -1)) do
    longest = math.min(longest, redis.call('ZSCORE', ends, lease) - now)
  end
  return longest
end

local function full(what, whose, wait)
  return {full = what, whose = whose, wait = wait}
end

local function take()
  local again = read(arguments.lease)
  if again then
    return {milliseconds = again.milliseconds}
  end
  if redis.call('ZCARD', taken) + redis.call('ZCARD', stops) >= arguments.most then
    return full('leases', 'all', 60000)
  end
  local own = of_client(arguments.client)
  if arguments.sessions and count(own) >= arguments.sessions then
    return full('sessions', 'client', soonest(own, arguments.longest))
  end
  if arguments.all_sessions and count(taken) >= arguments.all_sessions then
    return full('sessions', 'all', soonest(taken, arguments.longest))
  end
  local milliseconds = arguments.milliseconds
  local least = math.min(arguments.least, milliseconds)
  local days = {
    {'client', arguments.minutes, arguments.client},
    {'all', arguments.all_minutes, nil},
  }
  for _, of in ipairs(days) do
    if of[2] then
      local spent = tonumber(redis.call('GET', spent_on(day, of[3])) or '0')
      milliseconds = math.min(milliseconds, of[2] * 60000 - spent)
      if milliseconds < least then
        -- Sooner if a session ends before its time: it gives back what it does not need.
        return full('minutes', of[1], (day + 1) * 86400000 - now)
      end
    end
  end
  local held = {
    client = arguments.client,
    milliseconds = milliseconds,
    day = day,
    charged_client = arguments.minutes and true or false,
    charged_all = arguments.all_minutes and true or false,
  }
  charge(held, milliseconds)
  write(arguments.lease, held)
  redis.call('ZADD', ends, now + arguments.asking, arguments.lease)
  redis.call('ZADD', taken, now, arguments.lease)
  redis.call('ZADD', own, now, arguments.lease)
  return {milliseconds = milliseconds}
end

local function bind()
  local held = read(arguments.lease)
  if not held or held.over then
    return {}
  end
  if not held.session then
    held.session = arguments.session
    write(arguments.lease, held)
    redis.call('HSET', sessions, arguments.session, arguments.lease)
    redis.call('ZADD', ends, now + held.milliseconds, arguments.lease)
  end
  return {bound = true}
end

local function give_back()
  local held = read(arguments.lease)
  if held and not held.over then
    free(arguments.lease, held)
    charge(held, -held.milliseconds)
    redis.call('HDEL', leases, arguments.lease)
  end
  return {}
end

local function end_session()
  local lease = redis.call('HGET', sessions, arguments.session)
  local held = lease and read(lease)
  if not held or held.client ~= arguments.client then
    return {}
  end
  local left = redis.call('ZSCORE', ends, lease) - now
  charge(held, -math.floor(left / 1000) * 1000)
  stop(lease, held, now + arguments.claim)
  return {lease = lease}
end

local function due()
  local found = {}
  for _, lease in ipairs(redis.call('ZRANGEBYSCORE', stops, '-inf', now, 'LIMIT', 0, arguments.most)) do
    local held = read(lease)
    if not held or held.give_up <= now then
      redis.call('ZREM', stops, lease)
      redis.call('HDEL', leases, lease)
    else
      redis.call('ZADD', stops, now + arguments.claim, lease)
      found[#found + 1] = {lease, held.session}
    end
  end
  return {due = found}
end

local function ended()
  local held = read(arguments.lease)
  if held then
    free(arguments.lease, held)
  end
  redis.call('ZREM', stops, arguments.lease)
  redis.call('HDEL', leases, arguments.lease)
  return {}
end

local steps = {
  take = take, bind = bind, give_back = give_back, end_session = end_session, due = due, ended = ended,
}
expire()
return cjson.encode(steps[ARGV[1]]())

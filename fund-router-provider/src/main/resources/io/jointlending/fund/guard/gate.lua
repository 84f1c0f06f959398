-- Lets one call in, if neither too many are under way nor too many began lately. Microseconds of the server's clock.
-- KEYS  calls under way (sorted set: permit, end of its lease), theoretical arrival time of the next call
-- ARGV  calls under way at most, microseconds between calls, calls at once, lease in milliseconds, permit
-- 0 let in (again, if it is in already); -1 too many under way; above 0: too fast, come back after so many milliseconds
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local lease = tonumber(ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
if redis.call('ZSCORE', KEYS[1], ARGV[5]) then
  return 0
end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then
  return -1
end
local interval = tonumber(ARGV[2])
local arrival = math.max(tonumber(redis.call('GET', KEYS[2]) or '0'), now)
local early = arrival - (tonumber(ARGV[3]) - 1) * interval - now
if early > 0 then
  return math.ceil(early / 1000)
end
arrival = arrival + interval
redis.call('SET', KEYS[2], string.format('%.0f', arrival), 'PX', math.ceil((arrival - now) / 1000) + 1)
redis.call('ZADD', KEYS[1], string.format('%.0f', now + lease * 1000), ARGV[5])
if redis.call('PTTL', KEYS[1]) < lease then
  redis.call('PEXPIRE', KEYS[1], lease)
end
return 0

-- What is present of a key: members that their holder renews in time. Microseconds of the server's clock.
-- KEYS  sorted set: member, until when it is present
-- ARGV  holder, milliseconds until its members lapse, then its members; others of this holder are taken out
-- returns how many members of all holders are present
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local ttl = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
local mine = {}
for i = 3, #ARGV do
  local member = ARGV[1] .. ' ' .. ARGV[i]
  mine[member] = true
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + ttl * 1000), member)
end
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if string.sub(member, 1, #ARGV[1] + 1) == ARGV[1] .. ' ' and not mine[member] then
    redis.call('ZREM', KEYS[1], member)
  end
end
if #ARGV > 2 then
  redis.call('PEXPIRE', KEYS[1], ttl)
end
return redis.call('ZCARD', KEYS[1])

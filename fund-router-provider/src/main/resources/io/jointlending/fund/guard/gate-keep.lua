-- Enters calls that are under way already, after Redis was away; limits do not matter, the calls were made.
-- KEYS  calls under way
-- ARGV  lease in milliseconds, then the permits
local time = redis.call('TIME')
local lease = tonumber(ARGV[1])
local ends = string.format('%.0f', time[1] * 1000000 + time[2] + lease * 1000)
for i = 2, #ARGV do
  redis.call('ZADD', KEYS[1], 'NX', ends, ARGV[i])
end
if #ARGV > 1 and redis.call('PTTL', KEYS[1]) < lease then
  redis.call('PEXPIRE', KEYS[1], lease)
end
return 0

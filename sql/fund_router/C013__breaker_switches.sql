-- C013 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'a breaker is held for a day at most' AS broken_rule, s.channel, s.endpoint, s.until_at
FROM breaker_switch s
WHERE s.until_at > s.updated_at + INTERVAL 1441 MINUTE;

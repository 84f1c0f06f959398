-- C009 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'an hour has a count for each of the eight states' AS broken_rule, hour_at, COUNT(*) AS states
FROM order_state_hour
GROUP BY hour_at
HAVING COUNT(*) <> 8;

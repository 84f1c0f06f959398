-- C008 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'what was lent is of what was submitted' AS broken_rule, channel_code, business_date
FROM channel_day
WHERE (lent_count = 0) <> (lent_fen = 0) OR submitted_fen <= 0;

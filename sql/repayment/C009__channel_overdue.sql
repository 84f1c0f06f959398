-- C009 checks repayment: every SELECT must return no row. Reads only, may run in production; on a large table run it on a replica.

SELECT 'a ledger has a channel or none, but no empty one' AS broken_rule, order_no
FROM ledger WHERE channel_code = '';

SELECT 'what is overdue belongs to a channel' AS broken_rule, channel_code, business_date
FROM channel_overdue_day WHERE channel_code = '';

-- C007 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'an order has a channel or none, but no empty one' AS broken_rule, order_no
FROM loan_order WHERE channel_code = '';

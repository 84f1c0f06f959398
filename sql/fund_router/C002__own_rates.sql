-- C002 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'the lead has no rate of its own' AS broken_rule, l.order_no, l.seat, l.own_annual_rate
FROM fund_leg l
WHERE l.own_annual_rate IS NOT NULL AND (l.is_lead = 1 OR l.own_annual_rate < 0);

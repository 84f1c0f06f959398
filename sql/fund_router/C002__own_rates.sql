-- C002 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'the lead has no rate of its own' AS broken_rule, s.sub_order_no, s.own_annual_rate
FROM sub_order s
WHERE s.own_annual_rate IS NOT NULL AND (s.is_lead = 1 OR s.own_annual_rate < 0);

SELECT 'a sub-order has the rate of its leg' AS broken_rule, s.sub_order_no, s.own_annual_rate, l.own_annual_rate AS of_leg
FROM sub_order s JOIN fund_leg l ON l.order_no = s.order_no AND l.seat = s.seat
WHERE COALESCE(s.own_annual_rate, -1) <> COALESCE(l.own_annual_rate, -1);

-- Purpose: the rules of attempts and of the quotas of funded orders, for V007. Every SELECT must return no row; its first column names
-- the rule that is broken. Reads only, may run in production. Orders that were funded before V005 have no decision and are left out.

SELECT 'no leg is of a later attempt than its funding' AS broken_rule, l.order_no, l.attempt, t.route_attempt
FROM fund_leg l JOIN funding t ON t.order_no = l.order_no
WHERE l.attempt > t.route_attempt;

SELECT 'nobody is asked for money twice, and no money of an earlier attempt stays' AS broken_rule, l.order_no, l.attempt, l.seat, l.status
FROM fund_leg l JOIN funding t ON t.order_no = l.order_no AND l.attempt < t.route_attempt
WHERE l.status IN ('INIT', 'SENT', 'ACCEPTED', 'CANCELLING');

SELECT 'the attempt of a funded order was decided' AS broken_rule, t.order_no, t.route_attempt, d.outcome
FROM funding t
JOIN fund_route_decision f ON f.order_no = t.order_no AND f.attempt = 1
LEFT JOIN fund_route_decision d ON d.order_no = t.order_no AND d.attempt = t.route_attempt
WHERE t.status IN (40, 45) AND (d.outcome IS NULL OR d.outcome = 'PARKED' OR d.scheme_code <> t.scheme_code);

SELECT 'an external institution funds from its quota' AS broken_rule, s.order_no, s.institution_code, s.contribution_fen, e.amount_fen, e.status
FROM sub_order s
JOIN funding t ON t.order_no = s.order_no
JOIN fund_route_decision d ON d.order_no = t.order_no AND d.attempt = t.route_attempt
JOIN fund_leg l ON l.order_no = s.order_no AND l.attempt = t.route_attempt AND l.seat = s.seat AND l.kind = 'EXTERNAL' AND l.is_lead = 0
LEFT JOIN fund_quota_entry e ON e.order_no = s.order_no AND e.attempt = t.route_attempt AND e.institution_code = s.institution_code
WHERE e.status IS NULL OR e.status NOT IN ('USED', 'RETURNED') OR e.amount_fen <> s.contribution_fen;

SELECT 'nothing is reserved for a funded order' AS broken_rule, e.order_no, e.attempt, e.institution_code
FROM fund_quota_entry e JOIN funding t ON t.order_no = e.order_no AND t.status IN (40, 45)
WHERE e.status = 'RESERVED';

-- C001 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'the contributions of a funded order add up to its principal' AS broken_rule, t.order_no, t.principal_fen, COALESCE(SUM(s.contribution_fen), 0) AS contributed_fen
FROM funding t LEFT JOIN sub_order s ON s.order_no = t.order_no
WHERE t.status IN (40, 45)
GROUP BY t.order_no, t.principal_fen
HAVING t.principal_fen <> COALESCE(SUM(s.contribution_fen), 0);

SELECT 'a sub-order belongs to a funded task' AS broken_rule, s.sub_order_no, t.status
FROM sub_order s LEFT JOIN funding t ON t.order_no = s.order_no
WHERE t.order_no IS NULL OR t.status NOT IN (40, 45);

SELECT 'the shares asked for are those of a whole scheme, or less where legs were dropped' AS broken_rule, l.order_no, l.attempt, SUM(l.share_bp) AS total_bp
FROM fund_leg l JOIN funding t ON t.order_no = l.order_no
GROUP BY l.order_no, l.attempt, t.principal_fen
HAVING SUM(l.share_bp) > 10000 OR (SUM(l.share_bp) < 10000 AND t.principal_fen >= 20000);

SELECT 'an order has exactly one lead in each attempt' AS broken_rule, l.order_no, l.attempt, SUM(l.is_lead) AS leads
FROM fund_leg l
GROUP BY l.order_no, l.attempt
HAVING SUM(l.is_lead) <> 1;

SELECT 'a sub-order is what its accepted leg says' AS broken_rule, s.sub_order_no, s.contribution_fen, l.amount_fen, l.status
FROM sub_order s LEFT JOIN funding t ON t.order_no = s.order_no
LEFT JOIN fund_leg l ON l.order_no = s.order_no AND l.attempt = t.route_attempt AND l.seat = s.seat
WHERE l.order_no IS NULL OR l.status <> 'ACCEPTED' OR l.amount_fen <> s.contribution_fen OR l.institution_code <> s.institution_code;

SELECT 'an accepted leg of a funded order has a sub-order' AS broken_rule, l.order_no, l.seat, l.amount_fen
FROM fund_leg l
JOIN funding t ON t.order_no = l.order_no AND t.route_attempt = l.attempt AND t.status IN (40, 45)
LEFT JOIN sub_order s ON s.order_no = l.order_no AND s.seat = l.seat
WHERE l.status = 'ACCEPTED' AND s.sub_order_no IS NULL;

SELECT 'no leg of a funded order is undecided' AS broken_rule, l.order_no, l.seat, l.status
FROM fund_leg l JOIN funding t ON t.order_no = l.order_no
WHERE t.status IN (40, 45) AND l.status IN ('INIT', 'SENT', 'CANCELLING');

SELECT 'a funded order was announced once' AS broken_rule, t.order_no
FROM funding t LEFT JOIN mq_outbox m ON m.msg_key = CONCAT('suborders-', t.order_no)
WHERE t.status IN (40, 45) AND m.id IS NULL AND t.updated_at > UTC_TIMESTAMP(3) - INTERVAL 1 DAY;

-- Purpose: the rules of routing, for V005, with what V010 archives. Every SELECT must return no row; its first column names the rule that is broken.
-- Reads only, may run in production.

SELECT 'what is reserved of a quota is what its entries have reserved' AS broken_rule, q.institution_code, q.dimension,
       q.period_key, q.reserved_fen, COALESCE(SUM(e.amount_fen), 0) AS entries_fen
FROM fund_quota q
LEFT JOIN fund_quota_entry e ON e.institution_code = q.institution_code AND e.status = 'RESERVED'
  AND FIND_IN_SET(q.dimension, e.dimensions) > 0 AND (q.dimension <> 'DAY' OR e.period_key = q.period_key)
GROUP BY q.institution_code, q.dimension, q.period_key, q.reserved_fen
HAVING q.reserved_fen <> COALESCE(SUM(e.amount_fen), 0);

SELECT 'what is used of a quota is what its entries have used' AS broken_rule, q.institution_code, q.dimension, q.period_key,
       q.used_fen, COALESCE(SUM(e.amount_fen), 0) AS entries_fen
FROM fund_quota q
LEFT JOIN (SELECT institution_code, status, dimensions, period_key, amount_fen FROM fund_quota_entry
           UNION ALL
           SELECT institution_code, status, dimensions, period_key, amount_fen FROM fund_quota_entry_archive) e
  ON e.institution_code = q.institution_code
  AND (e.status = 'USED' OR (e.status = 'RETURNED' AND q.dimension <> 'BALANCE'))
  AND FIND_IN_SET(q.dimension, e.dimensions) > 0 AND (q.dimension <> 'DAY' OR e.period_key = q.period_key)
GROUP BY q.institution_code, q.dimension, q.period_key, q.used_fen
HAVING q.used_fen <> COALESCE(SUM(e.amount_fen), 0);

SELECT 'a reservation belongs to a decision' AS broken_rule, e.order_no, e.attempt, e.institution_code
FROM fund_quota_entry e LEFT JOIN fund_route_decision d ON d.order_no = e.order_no AND d.attempt = e.attempt
WHERE d.order_no IS NULL OR d.outcome <> 'CHOSEN';

SELECT 'only the last attempt of an order has reserved or used something' AS broken_rule, e.order_no, e.attempt
FROM fund_quota_entry e JOIN fund_route_decision d ON d.order_no = e.order_no AND d.attempt > e.attempt AND d.outcome <> 'PARKED'
WHERE e.status IN ('RESERVED', 'USED', 'RETURNED');

SELECT 'a product is routed by an active version' AS broken_rule, p.product_code, p.route, p.version
FROM fund_route_product p LEFT JOIN fund_route r ON r.route = p.route AND r.version = p.version AND r.status = 'ACTIVE'
WHERE p.route IS NOT NULL AND r.route IS NULL;

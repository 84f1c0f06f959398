-- C003 checks what the archive promises, and what needs live and archived orders together: every SELECT must return no row.
-- Reads only; run it on a replica, because it reads whole tables.

SELECT 'an order is both live and archived' AS broken_rule, t.order_no
FROM funding t JOIN funding_archive a ON a.order_no = t.order_no;

SELECT 'an archived order has live rows' AS broken_rule, a.order_no, x.table_of
FROM funding_archive a
JOIN (SELECT 'fund_leg' AS table_of, order_no FROM fund_leg
      UNION ALL SELECT 'sub_order', order_no FROM sub_order
      UNION ALL SELECT 'state_log', order_no FROM state_log) x ON x.order_no = a.order_no;

SELECT 'an archived row has no archived order' AS broken_rule, x.order_no, x.table_of
FROM (SELECT 'fund_leg_archive' AS table_of, order_no FROM fund_leg_archive
      UNION ALL SELECT 'sub_order_archive', order_no FROM sub_order_archive
      UNION ALL SELECT 'state_log_archive', order_no FROM state_log_archive) x
LEFT JOIN funding_archive a ON a.order_no = x.order_no
WHERE a.order_no IS NULL;

SELECT 'an archived order has not ended' AS broken_rule, a.order_no, s.sub_order_no, s.status
FROM funding_archive a LEFT JOIN sub_order_archive s ON s.order_no = a.order_no
WHERE s.sub_order_no IS NULL OR s.status <> 'SETTLED' OR a.status NOT IN (40, 45);

SELECT 'the contributions of an archived order add up to its principal' AS broken_rule, a.order_no, a.principal_fen, SUM(s.contribution_fen) AS contributed_fen
FROM funding_archive a JOIN sub_order_archive s ON s.order_no = a.order_no
GROUP BY a.order_no, a.principal_fen
HAVING a.principal_fen <> SUM(s.contribution_fen);

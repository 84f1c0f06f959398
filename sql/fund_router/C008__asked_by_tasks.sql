-- Purpose: the rules between legs and tasks, for V008. Every SELECT must return no row; its first column names the rule that is broken.
-- Reads only, may run in production. Orders that were funded before V007 have no task and are left out.

SELECT 'a leg that was sent has its task' AS broken_rule, l.order_no, l.attempt, l.seat, l.status
FROM fund_leg l
JOIN fund_route_decision d ON d.order_no = l.order_no AND d.attempt = l.attempt
WHERE l.kind = 'EXTERNAL' AND l.status IN ('SENT', 'CANCELLING')
  AND NOT EXISTS (SELECT 1 FROM fund_task t
                  WHERE t.order_no = l.order_no AND t.attempt = l.attempt AND t.behaviour = IF(l.status = 'SENT', 'loan', 'cancel'));

SELECT 'a sub-order of an external institution is a loan that its task has made' AS broken_rule, s.sub_order_no, t.status
FROM sub_order s
JOIN fund_task t ON t.order_no = s.order_no AND t.behaviour = 'loan' AND t.biz_no = s.sub_order_no
WHERE t.status <> 7;

SELECT 'a loan that an institution has made and not taken back is a sub-order' AS broken_rule, t.order_no, t.biz_no
FROM fund_task t
JOIN funding f ON f.order_no = t.order_no AND f.status IN (40, 45)
WHERE t.behaviour = 'loan' AND t.status = 7
  AND NOT EXISTS (SELECT 1 FROM sub_order s WHERE s.sub_order_no = t.biz_no)
  AND NOT EXISTS (SELECT 1 FROM fund_task c
                  WHERE c.order_no = t.order_no AND c.behaviour = 'cancel' AND c.biz_no = t.biz_no AND c.status = 7);

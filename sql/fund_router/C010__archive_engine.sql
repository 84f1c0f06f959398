-- C010 checks what the archive of routing and of tasks promises: every SELECT must return no row. Reads only; run it on a replica, because it reads
-- whole tables.

SELECT 'a decision is both live and archived' AS broken_rule, d.order_no, d.attempt
FROM fund_route_decision d JOIN fund_route_decision_archive a ON a.order_no = d.order_no AND a.attempt = d.attempt;

SELECT 'a quota entry is both live and archived' AS broken_rule, e.order_no, e.attempt, e.institution_code
FROM fund_quota_entry e
JOIN fund_quota_entry_archive a ON a.order_no = e.order_no AND a.attempt = e.attempt AND a.institution_code = e.institution_code;

SELECT 'an archived decision has no archived order' AS broken_rule, d.order_no, d.attempt
FROM fund_route_decision_archive d LEFT JOIN funding_archive a ON a.order_no = d.order_no
WHERE a.order_no IS NULL;

SELECT 'an archived quota entry has no archived decision' AS broken_rule, e.order_no, e.attempt, e.institution_code
FROM fund_quota_entry_archive e
LEFT JOIN fund_route_decision_archive d ON d.order_no = e.order_no AND d.attempt = e.attempt
WHERE d.order_no IS NULL;

SELECT 'an archived order has nothing reserved and owes nothing of a balance' AS broken_rule, e.order_no, e.attempt, e.institution_code, e.status
FROM fund_quota_entry_archive e
WHERE e.status NOT IN ('RELEASED', 'RETURNED');

SELECT 'a task is both live and archived' AS broken_rule, t.id
FROM fund_task t JOIN fund_task_archive a ON a.id = t.id;

SELECT 'an archived task belongs to an archived order or to none, and has ended' AS broken_rule, t.id, t.order_no, t.status
FROM fund_task_archive t LEFT JOIN funding_archive a ON a.order_no = t.order_no
WHERE (t.order_no IS NOT NULL AND a.order_no IS NULL) OR t.status NOT IN (7, 8);

SELECT 'the log of an archived task is there as a whole, and only there' AS broken_rule, t.id, t.last_seq, COUNT(a.seq) AS archived_rows, COUNT(l.seq) AS live_rows
FROM fund_task_archive t
LEFT JOIN fund_step_log_archive a ON a.task_id = t.id
LEFT JOIN fund_step_log l ON l.task_id = t.id AND l.seq = a.seq
GROUP BY t.id, t.last_seq
HAVING t.last_seq <> COUNT(a.seq) OR COUNT(l.seq) > 0;

SELECT 'an archived callback belongs to an archived task' AS broken_rule, c.id, c.task_id
FROM fund_callback_archive c LEFT JOIN fund_task_archive t ON t.id = c.task_id
WHERE t.id IS NULL;

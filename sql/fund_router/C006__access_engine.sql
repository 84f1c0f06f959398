-- C006 checks the access engine: every SELECT must return no row. Reads only, may run in production.

SELECT 'an open send belongs to its task' AS broken_rule, l.task_id, l.seq, t.sent_seq
FROM fund_step_log l LEFT JOIN fund_task t ON t.id = l.task_id
WHERE l.state = 'S' AND (t.id IS NULL OR t.sent_seq IS NULL OR t.sent_seq <> l.seq);

SELECT 'a task whose send is open has it in its log' AS broken_rule, t.id, t.sent_seq, l.state
FROM fund_task t LEFT JOIN fund_step_log l ON l.task_id = t.id AND l.seq = t.sent_seq
WHERE t.sent_seq IS NOT NULL AND (l.state IS NULL OR l.state <> 'S');

SELECT 'the log of a task has no gap' AS broken_rule, t.id, t.last_seq, COUNT(l.seq) AS log_rows
FROM fund_task t LEFT JOIN fund_step_log l ON l.task_id = t.id
GROUP BY t.id, t.last_seq
HAVING t.last_seq <> COUNT(l.seq);

SELECT 'a task follows a published version' AS broken_rule, t.id, t.flow, t.flow_version
FROM fund_task t LEFT JOIN fund_definition d ON d.kind = 'FLOW' AND d.name = t.flow AND d.version = t.flow_version
WHERE d.name IS NULL;

SELECT 'a callback was applied to the task that it names' AS broken_rule, c.id, c.task_id, c.biz_no, t.biz_no AS task_biz_no
FROM fund_callback c
LEFT JOIN (SELECT id, channel, biz_no FROM fund_task
           UNION ALL
           SELECT id, channel, biz_no FROM fund_task_archive) t ON t.id = c.task_id
WHERE c.status = 'APPLIED' AND (t.id IS NULL OR t.channel <> c.channel OR t.biz_no <> c.biz_no);

SELECT 'versions of a definition have no gap' AS broken_rule, d.kind, d.name, COUNT(d.version) AS versions, MAX(d.version) AS newest
FROM fund_definition d
GROUP BY d.kind, d.name
HAVING COUNT(d.version) <> MAX(d.version);

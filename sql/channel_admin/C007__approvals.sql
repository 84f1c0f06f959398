-- C007 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'whoever decided is not who proposed' AS broken_rule, id, maker, checker
FROM admin_command WHERE checker = maker;

SELECT 'what was approved has an end within an hour' AS broken_rule, id, action, decided_at
FROM admin_command WHERE status = 'APPROVED' AND decided_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR;

SELECT 'what was carried out is audited' AS broken_rule, c.id, c.action
FROM admin_command c LEFT JOIN audit_log a ON a.target_kind = 'APPROVAL' AND a.target_code = CAST(c.id AS CHAR) AND a.action = 'approve'
WHERE c.status = 'EXECUTED' AND a.id IS NULL;

-- C008 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'an entry of the audit says what came of it' AS broken_rule, id, action
FROM audit_log WHERE after_state = '';

SELECT 'whoever may approve something may read it' AS broken_rule, a.role_code, a.permission_code
FROM iam_role_permission a
LEFT JOIN iam_role_permission r ON r.role_code = a.role_code AND r.permission_code = 'fund:task:read' AND r.granted = 1
WHERE a.permission_code = 'fund:task:approve' AND a.granted = 1 AND r.role_code IS NULL;

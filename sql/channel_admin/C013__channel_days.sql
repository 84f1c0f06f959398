-- C013 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a role of a user of channels approves nothing' AS broken_rule, role_code, permission_code
FROM iam_role_permission
WHERE role_code IN ('CHANNEL', 'AGENT') AND granted = 1 AND permission_code LIKE '%:approve';

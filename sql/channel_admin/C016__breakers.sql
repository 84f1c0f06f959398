-- C016 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'whoever may hold a breaker sees the breakers' AS broken_rule, a.role_code
FROM iam_role_permission a
LEFT JOIN iam_role_permission r ON r.role_code = a.role_code AND r.permission_code = 'ops:status:read' AND r.granted = 1
WHERE a.permission_code = 'fund:breaker:switch' AND a.granted = 1 AND r.role_code IS NULL;

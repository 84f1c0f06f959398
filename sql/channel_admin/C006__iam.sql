-- C006 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a role has permissions that exist' AS broken_rule, g.role_code, g.permission_code
FROM iam_role_permission g
LEFT JOIN iam_role r ON r.role_code = g.role_code
LEFT JOIN iam_permission p ON p.permission_code = g.permission_code
WHERE r.role_code IS NULL OR p.permission_code IS NULL;

SELECT 'a user has roles that exist' AS broken_rule, g.login_name, g.role_code
FROM iam_user_role g
LEFT JOIN iam_role r ON r.role_code = g.role_code
LEFT JOIN iam_user u ON u.login_name = g.login_name
WHERE r.role_code IS NULL OR u.login_name IS NULL;

SELECT 'an operator has no channels' AS broken_rule, c.login_name, c.channel_code
FROM iam_user_channel c JOIN iam_user u ON u.login_name = c.login_name
WHERE u.user_kind = 'OPERATOR' AND c.granted = 1;

SELECT 'a one-time password has an end, a chosen one has none' AS broken_rule, login_name
FROM iam_user WHERE (must_change = 1) <> (password_until IS NOT NULL);

SELECT 'a session ends at most 12 hours after the login' AS broken_rule, token_hash, login_name
FROM iam_session WHERE expires_at > created_at + INTERVAL 12 HOUR + INTERVAL 1 SECOND;

-- C015 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'nobody proposes and approves by one role' AS broken_rule, a.role_code
FROM iam_role_permission a
JOIN iam_role_permission b ON b.role_code = a.role_code AND b.permission_code = 'repayment:adjustment:approve' AND b.granted = 1
WHERE a.permission_code = 'repayment:adjustment:create' AND a.granted = 1;

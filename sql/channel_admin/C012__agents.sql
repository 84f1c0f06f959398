-- C012 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a customer manager belongs to a channel' AS broken_rule, a.agent_no, a.channel_code
FROM agent a LEFT JOIN acquisition_channel c ON c.channel_code = a.channel_code
WHERE c.channel_code IS NULL;

SELECT 'a customer manager is a user' AS broken_rule, a.agent_no, a.login_name
FROM agent a LEFT JOIN iam_user u ON u.login_name = a.login_name
WHERE u.login_name IS NULL;

SELECT 'a customer is given to a customer manager that exists' AS broken_rule, s.borrower_no, s.agent_no
FROM customer_assignment s LEFT JOIN agent a ON a.agent_no = s.agent_no
WHERE a.agent_no IS NULL;

-- C010 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'the configuration has one revision' AS broken_rule, COUNT(*) AS found
FROM configuration_revision HAVING COUNT(*) <> 1;

-- C012 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'a copy of configuration says of what version it is' AS broken_rule, c.kind, c.config_code
FROM configuration_copy c
WHERE c.config_version < 0;

-- C017 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a fund channel that is open names the hosts of its institution' AS broken_rule, c.institution_code, c.version
FROM fund_channel c
JOIN institution i ON i.institution_code = c.institution_code AND i.kind = 'EXTERNAL'
LEFT JOIN fund_channel newer ON newer.institution_code = c.institution_code AND newer.version > c.version
WHERE newer.version IS NULL AND c.status = 'OPEN' AND c.hosts = '';

-- C006 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'a copy is of the code it is kept under' AS broken_rule, kind, config_code, config_version
FROM configuration_copy
WHERE kind = 'product' AND JSON_UNQUOTE(JSON_EXTRACT(body, '$.productCode')) <> config_code;

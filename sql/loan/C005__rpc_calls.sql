-- C005 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'a call belongs to a method that is counted' AS broken_rule, d.contract_name, d.method_name, d.call_date
FROM rpc_call_day d
LEFT JOIN rpc_method m ON m.contract_name = d.contract_name AND m.method_name = d.method_name
WHERE m.contract_name IS NULL OR d.call_date < m.counted_since;

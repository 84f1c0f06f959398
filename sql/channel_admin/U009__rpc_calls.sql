-- U009 takes V009 of channel_admin back: the counts are lost, and the permission with who had it.
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;
DELETE FROM iam_role_permission WHERE permission_code IN ('ops:rpc:read');
DELETE FROM iam_permission WHERE permission_code IN ('ops:rpc:read');

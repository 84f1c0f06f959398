-- U009 takes V009 of channel_admin back: the counts are lost, the permission stays as a row that nothing demands.
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;

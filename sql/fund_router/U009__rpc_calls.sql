-- U009 takes V009 of fund_router back: the counts are lost.
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;

-- U005 takes V005 of loan back: the counts are lost.
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;

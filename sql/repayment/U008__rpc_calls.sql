-- U008 takes V008 of repayment back: the counts are lost.
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;

-- takes V001 back
DROP TABLE IF EXISTS rpc_call_day;
DROP TABLE IF EXISTS rpc_method;
DROP TABLE IF EXISTS alarm;
DROP TABLE IF EXISTS message_audit;
DROP TABLE IF EXISTS job_run;
DROP TABLE IF EXISTS business_calendar;
DROP TABLE IF EXISTS number_segment;
DROP TABLE IF EXISTS idempotent_command;
DROP TABLE IF EXISTS mq_dead_letter;
DROP TABLE IF EXISTS mq_consume_log;
DROP TABLE IF EXISTS mq_outbox;
DROP TABLE IF EXISTS sale;

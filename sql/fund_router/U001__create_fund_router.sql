-- U001 takes V001 of fund_router back: every row of these tables is lost.
DROP TABLE IF EXISTS business_calendar;
DROP TABLE IF EXISTS number_segment;
DROP TABLE IF EXISTS idempotent_command;
DROP TABLE IF EXISTS mq_dead_letter;
DROP TABLE IF EXISTS mq_consume_log;
DROP TABLE IF EXISTS mq_outbox;
DROP TABLE IF EXISTS sandbox_institution_request;
DROP TABLE IF EXISTS sandbox_institution_setting;
DROP TABLE IF EXISTS state_log;
DROP TABLE IF EXISTS sub_order;
DROP TABLE IF EXISTS fund_leg;
DROP TABLE IF EXISTS fund_task;

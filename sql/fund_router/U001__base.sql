-- U001 takes V001 of fund_router back: every row of these tables is lost.
DROP TABLE business_calendar;
DROP TABLE number_segment;
DROP TABLE idempotent_command;
DROP TABLE mq_dead_letter;
DROP TABLE mq_consume_log;
DROP TABLE mq_outbox;
DROP TABLE sandbox_institution_request;
DROP TABLE sandbox_institution_setting;
DROP TABLE state_log;
DROP TABLE sub_order;
DROP TABLE fund_leg;
DROP TABLE fund_task;

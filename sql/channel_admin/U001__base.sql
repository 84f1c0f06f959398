-- U001 takes V001 of channel_admin back: every row of these tables is lost.
DROP TABLE business_calendar;
DROP TABLE number_segment;
DROP TABLE idempotent_command;
DROP TABLE mq_dead_letter;
DROP TABLE mq_consume_log;
DROP TABLE mq_outbox;
DROP TABLE audit_log;
DROP TABLE product_scheme;
DROP TABLE product_term;
DROP TABLE product;
DROP TABLE ratio_share;
DROP TABLE ratio_scheme;
DROP TABLE institution;

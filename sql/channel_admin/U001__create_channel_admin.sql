-- U001 takes V001 of channel_admin back: every row of these tables is lost.
DROP TABLE IF EXISTS business_calendar;
DROP TABLE IF EXISTS number_segment;
DROP TABLE IF EXISTS idempotent_command;
DROP TABLE IF EXISTS mq_dead_letter;
DROP TABLE IF EXISTS mq_consume_log;
DROP TABLE IF EXISTS mq_outbox;
DROP TABLE IF EXISTS audit_log;
DROP TABLE IF EXISTS product_scheme;
DROP TABLE IF EXISTS product_term;
DROP TABLE IF EXISTS product;
DROP TABLE IF EXISTS ratio_share;
DROP TABLE IF EXISTS ratio_scheme;
DROP TABLE IF EXISTS institution;

-- Purpose: undo V001: drops every table of the schema with its content. The platform must be stopped; a ledger that was
-- in use is lost with it.
DROP TABLE IF EXISTS business_calendar;
DROP TABLE IF EXISTS number_segment;
DROP TABLE IF EXISTS idempotent_command;
DROP TABLE IF EXISTS mq_dead_letter;
DROP TABLE IF EXISTS mq_consume_log;
DROP TABLE IF EXISTS mq_outbox;
DROP TABLE IF EXISTS suspense_entry;
DROP TABLE IF EXISTS suspense_account;
DROP TABLE IF EXISTS split_line;
DROP TABLE IF EXISTS repayment_line;
DROP TABLE IF EXISTS repayment;
DROP TABLE IF EXISTS sub_installment;
DROP TABLE IF EXISTS sub_ledger;
DROP TABLE IF EXISTS ledger_installment;
DROP TABLE IF EXISTS ledger;

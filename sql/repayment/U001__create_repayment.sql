-- Purpose: undo V001: drops every table of the schema with its content. The platform must be stopped; a ledger that was
-- in use is lost with it.
DROP TABLE business_calendar;
DROP TABLE number_segment;
DROP TABLE idempotent_command;
DROP TABLE mq_dead_letter;
DROP TABLE mq_consume_log;
DROP TABLE mq_outbox;
DROP TABLE suspense_entry;
DROP TABLE suspense_account;
DROP TABLE split_line;
DROP TABLE repayment_line;
DROP TABLE repayment;
DROP TABLE sub_installment;
DROP TABLE sub_ledger;
DROP TABLE ledger_installment;
DROP TABLE ledger;

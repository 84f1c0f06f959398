-- Takes back V001: drops every table of the schema with all data. Stop loan-provider first.
DROP TABLE IF EXISTS business_calendar;
DROP TABLE IF EXISTS number_segment;
DROP TABLE IF EXISTS idempotent_command;
DROP TABLE IF EXISTS mq_dead_letter;
DROP TABLE IF EXISTS mq_consume_log;
DROP TABLE IF EXISTS mq_outbox;
DROP TABLE IF EXISTS sandbox_payment;
DROP TABLE IF EXISTS credit_return;
DROP TABLE IF EXISTS payment_discrepancy;
DROP TABLE IF EXISTS state_log;
DROP TABLE IF EXISTS plan_installment;
DROP TABLE IF EXISTS loan_request;
DROP TABLE IF EXISTS loan_order;
DROP TABLE IF EXISTS credit_flow;
DROP TABLE IF EXISTS credit_line;
DROP TABLE IF EXISTS borrower;

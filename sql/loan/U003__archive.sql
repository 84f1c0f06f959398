-- Purpose: undo V003: drops the archive tables. Archived orders are nowhere else: move them back first, or keep a dump.
DROP TABLE IF EXISTS state_log_archive;
DROP TABLE IF EXISTS plan_installment_archive;
DROP TABLE IF EXISTS loan_request_archive;
DROP TABLE IF EXISTS credit_return_archive;
DROP TABLE IF EXISTS loan_order_archive;

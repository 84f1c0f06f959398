-- Purpose: undo V003: drops the tables of the jobs with their content, and the index they walk. The provider must be stopped.
DROP TABLE IF EXISTS sandbox_deduction;
DROP TABLE IF EXISTS sandbox_collection;
DROP TABLE IF EXISTS collection_attempt;
DROP TABLE IF EXISTS quote_precomputed;
DROP TABLE IF EXISTS ledger_alert;
DROP TABLE IF EXISTS penalty_snapshot;
DROP TABLE IF EXISTS job_run;
ALTER TABLE ledger DROP KEY idx_ledger_active, ALGORITHM=INPLACE, LOCK=NONE;

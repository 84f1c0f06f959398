-- Purpose: undo V006 as long as no task exists: drops what it made and gives the funding of orders its old name. Stop fund-router-provider first.
-- Published definitions, logs of tasks and callbacks are nowhere else: keep a dump. The statements take those of V006 back from the last to the first.
DROP TABLE IF EXISTS repayment_notice;
DROP TABLE IF EXISTS fund_audit;
DROP TABLE IF EXISTS fund_callback;
DROP TABLE IF EXISTS fund_step_log;
DROP TABLE IF EXISTS fund_task;
DROP TABLE IF EXISTS fund_definition;
ALTER TABLE funding_archive
  RENAME TO fund_task_archive,
  DROP COLUMN order_facts;
ALTER TABLE funding
  RENAME TO fund_task,
  DROP COLUMN order_facts,
  DROP CONSTRAINT ck_funding_shard,
  DROP CONSTRAINT ck_funding_principal,
  DROP CONSTRAINT ck_funding_status,
  DROP CONSTRAINT ck_funding_scheme,
  DROP CONSTRAINT ck_funding_reason,
  ADD CONSTRAINT ck_fund_task_shard CHECK (shard_key BETWEEN 0 AND 1023),
  ADD CONSTRAINT ck_fund_task_principal CHECK (principal_fen > 0),
  ADD CONSTRAINT ck_fund_task_status CHECK (status IN (10, 20, 30, 40, 45, 90)),
  ADD CONSTRAINT ck_fund_task_scheme CHECK (scheme_code IS NOT NULL OR status IN (10, 90)),
  ADD CONSTRAINT ck_fund_task_reason CHECK (reason IS NOT NULL OR status <> 90);

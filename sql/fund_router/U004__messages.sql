-- Purpose: undo V004: drops alarms, the audit of messages, the runs of jobs and the count of weak sends. The provider must be stopped.
DROP TABLE IF EXISTS job_run;
DROP TABLE IF EXISTS message_audit;
DROP TABLE IF EXISTS alarm;
ALTER TABLE mq_outbox DROP COLUMN weak_sends, ALGORITHM=INPLACE, LOCK=NONE;

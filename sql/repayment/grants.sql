-- purpose: the database account of repayment-provider, with what it needs and no more
-- owner: repayment-provider
-- run: after the versions (it names tables), as often as wanted; scripts/sql apply --schema repayment --accounts,
--      or by hand with ${database} and ${password} filled in: see sql/README.md
-- note: no DDL, no GRANT, no other schema; rows are deleted only where a purge deletes them
CREATE USER IF NOT EXISTS 'repayment'@'%' IDENTIFIED BY '${password}';
ALTER USER 'repayment'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'repayment'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'repayment'@'%';
GRANT DELETE ON `${database}`.mq_consume_log TO 'repayment'@'%';
GRANT DELETE ON `${database}`.mq_dead_letter TO 'repayment'@'%';
GRANT DELETE ON `${database}`.idempotent_command TO 'repayment'@'%';
GRANT DELETE ON `${database}`.penalty_snapshot TO 'repayment'@'%';
GRANT DELETE ON `${database}`.collection_attempt TO 'repayment'@'%';
GRANT DELETE ON `${database}`.job_run TO 'repayment'@'%';
GRANT DELETE ON `${database}`.alarm TO 'repayment'@'%';
GRANT DELETE ON `${database}`.message_audit TO 'repayment'@'%';
GRANT DELETE ON `${database}`.rpc_call_day TO 'repayment'@'%';

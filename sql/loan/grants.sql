-- purpose: the database account of loan-provider, with what it needs and no more
-- owner: loan-provider
-- run: after the versions (it names tables), as often as wanted; scripts/sql apply --schema loan --accounts,
--      or by hand with ${database} and ${password} filled in: see sql/README.md
-- note: no DDL, no GRANT, no other schema; rows are deleted only where a purge deletes them
CREATE USER IF NOT EXISTS 'loan'@'%' IDENTIFIED BY '${password}';
ALTER USER 'loan'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'loan'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'loan'@'%';
GRANT DELETE ON `${database}`.mq_consume_log TO 'loan'@'%';
GRANT DELETE ON `${database}`.mq_dead_letter TO 'loan'@'%';
GRANT DELETE ON `${database}`.idempotent_command TO 'loan'@'%';
GRANT DELETE ON `${database}`.job_run TO 'loan'@'%';
GRANT DELETE ON `${database}`.alarm TO 'loan'@'%';
GRANT DELETE ON `${database}`.message_audit TO 'loan'@'%';
GRANT DELETE ON `${database}`.rpc_call_day TO 'loan'@'%';
GRANT DELETE ON `${database}`.order_state_hour TO 'loan'@'%';

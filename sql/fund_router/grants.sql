-- purpose: the database account of fund-router-provider, with what it needs and no more
-- owner: fund-router-provider
-- run: after the versions (it names tables), as often as wanted; scripts/sql apply --schema fund_router --accounts,
--      or by hand with ${database} and ${password} filled in: see sql/README.md
-- note: no DDL, no GRANT, no other schema; rows are deleted only where a purge deletes them
CREATE USER IF NOT EXISTS 'fund_router'@'%' IDENTIFIED BY '${password}';
ALTER USER 'fund_router'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.mq_consume_log TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.mq_dead_letter TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.idempotent_command TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.job_run TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.alarm TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.message_audit TO 'fund_router'@'%';
GRANT DELETE ON `${database}`.rpc_call_day TO 'fund_router'@'%';

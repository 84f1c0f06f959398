-- purpose: the database account of channel-admin-provider, with what it needs and no more
-- owner: channel-admin-provider
-- run: after the versions (it names tables), as often as wanted; scripts/sql apply --schema channel_admin --accounts,
--      or by hand with ${database} and ${password} filled in: see sql/README.md
-- note: no DDL, no GRANT, no other schema; rows are deleted only where a purge deletes them
CREATE USER IF NOT EXISTS 'channel_admin'@'%' IDENTIFIED BY '${password}';
ALTER USER 'channel_admin'@'%' IDENTIFIED BY '${password}';
GRANT SELECT, INSERT, UPDATE ON `${database}`.* TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.mq_outbox TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.mq_consume_log TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.mq_dead_letter TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.idempotent_command TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.job_run TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.alarm TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.message_audit TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.iam_session TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.iam_login_guard TO 'channel_admin'@'%';
GRANT DELETE ON `${database}`.rpc_call_day TO 'channel_admin'@'%';

-- Purpose: the rules of messages in operation, for V004. Every SELECT must return no row; its first column names the rule
-- that is broken. Reads only, may run in production.

SELECT 'a message is sent exactly if it has a time of sending' AS broken_rule, id, msg_key, status, sent_at
FROM mq_outbox WHERE (status = 2) <> (sent_at IS NOT NULL);

SELECT 'a dead message has a dead letter' AS broken_rule, o.id, o.msg_key
FROM mq_outbox o LEFT JOIN mq_dead_letter d ON d.source = 'OUTBOX' AND d.consumer_group = '' AND d.msg_key = o.msg_key
WHERE o.status = 3 AND (d.id IS NULL OR d.status <> 0);

SELECT 'an open dead letter of the outbox has a message that was not sent' AS broken_rule, d.id, d.msg_key, o.status
FROM mq_dead_letter d LEFT JOIN mq_outbox o ON o.msg_key = d.msg_key
WHERE d.source = 'OUTBOX' AND d.status = 0 AND (o.id IS NULL OR o.status NOT IN (3, 4));

SELECT 'a resolved dead letter says by whom' AS broken_rule, id, msg_key, status
FROM mq_dead_letter WHERE status <> 0 AND (resolved_by IS NULL OR resolved_at IS NULL);

SELECT 'of messages with one order key none is sent after one that is dead' AS broken_rule, o.id, o.msg_key, o.order_key
FROM mq_outbox o JOIN mq_outbox dead ON dead.order_key = o.order_key AND dead.id < o.id AND dead.status = 3
WHERE o.status = 2 AND o.sent_at > dead.updated_at;

SELECT 'nobody holds a shard that is done' AS broken_rule, job, business_date, shard, lease_owner
FROM job_run WHERE status = 'DONE' AND lease_owner IS NOT NULL;

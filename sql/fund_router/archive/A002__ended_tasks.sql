-- Purpose: moves the tasks of archived orders, and those that belong to no order, with their logs to the archive tables, a batch of tasks
--          at a time.
-- Owner:   the DBA; fund-router-provider reads both places and never writes here.
-- Run:     scripts/sql archive --schema fund_router --before DATE, after A001: see there. ${keys} are the ids that the first SELECT answered,
--          quoted, separated by commas; MySQL and MariaDB compare them as numbers, by the primary key.
-- Rules:   the first SELECT chooses and locks. Other SELECTs compare what was copied by count and checksum and must answer no
--          row. A DELETE is repeated until it deletes nothing.
-- Which:   ended by the institution's answer, made before ${before}, of an order that is archived or of none, such as the pages of daily
--          files. One that a person decides about stays. The tasks are walked through once, in the order of their ids.

SELECT t.id
FROM fund_task t FORCE INDEX (PRIMARY)
WHERE t.id > ${after} + 0 AND t.created_at < ${before} AND t.status IN (7, 8)
  AND (t.order_no IS NULL OR EXISTS (SELECT a.order_no FROM funding_archive a WHERE a.order_no = t.order_no))
ORDER BY t.id
LIMIT ${batch}
FOR UPDATE;

-- fund_step_log
INSERT INTO fund_step_log_archive (
  task_id, seq, step, flow_version, kind, state, req_no, category, http_status, elapsed_ms, request_masked,
  request_hash, reply_hash, event, started_at, ended_at, created_at, updated_at)
SELECT
  task_id, seq, step, flow_version, kind, state, req_no, category, http_status, elapsed_ms, request_masked,
  request_hash, reply_hash, event, started_at, ended_at, created_at, updated_at
FROM fund_step_log WHERE task_id IN (${keys});

-- fund_task
INSERT INTO fund_task_archive (
  id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version, status, step, phase,
  step_since, req_no, scope, last_seq, sent_seq, touched, next_run_at, timer_at, expire_at, biz_date, priority,
  lease_owner, lease_until, wake, version, reason, traceparent, created_at, updated_at)
SELECT
  id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version, status, step, phase,
  step_since, req_no, scope, last_seq, sent_seq, touched, next_run_at, timer_at, expire_at, biz_date, priority,
  lease_owner, lease_until, wake, version, reason, traceparent, created_at, updated_at
FROM fund_task WHERE id IN (${keys});

SELECT 'copy of fund_step_log differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(task_id, '~'), COALESCE(seq, '~'), COALESCE(step, '~'), COALESCE(flow_version, '~'), COALESCE(kind, '~'),
    COALESCE(state, '~'), COALESCE(req_no, '~'), COALESCE(category, '~'), COALESCE(http_status, '~'), COALESCE(elapsed_ms, '~'),
    COALESCE(request_masked, '~'), COALESCE(request_hash, '~'), COALESCE(reply_hash, '~'), COALESCE(event, '~'),
    COALESCE(started_at, '~'), COALESCE(ended_at, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_step_log WHERE task_id IN (${keys})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(task_id, '~'), COALESCE(seq, '~'), COALESCE(step, '~'), COALESCE(flow_version, '~'), COALESCE(kind, '~'),
    COALESCE(state, '~'), COALESCE(req_no, '~'), COALESCE(category, '~'), COALESCE(http_status, '~'), COALESCE(elapsed_ms, '~'),
    COALESCE(request_masked, '~'), COALESCE(request_hash, '~'), COALESCE(reply_hash, '~'), COALESCE(event, '~'),
    COALESCE(started_at, '~'), COALESCE(ended_at, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_step_log_archive WHERE task_id IN (${keys})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of fund_task differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(task_no, '~'), COALESCE(channel, '~'), COALESCE(behaviour, '~'), COALESCE(biz_no, '~'),
    COALESCE(attempt, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(flow, '~'), COALESCE(flow_version, '~'),
    COALESCE(status, '~'), COALESCE(step, '~'), COALESCE(phase, '~'), COALESCE(step_since, '~'), COALESCE(req_no, '~'),
    COALESCE(scope, '~'), COALESCE(last_seq, '~'), COALESCE(sent_seq, '~'), COALESCE(touched, '~'), COALESCE(next_run_at, '~'),
    COALESCE(timer_at, '~'), COALESCE(expire_at, '~'), COALESCE(biz_date, '~'), COALESCE(priority, '~'),
    COALESCE(lease_owner, '~'), COALESCE(lease_until, '~'), COALESCE(wake, '~'), COALESCE(version, '~'), COALESCE(reason, '~'),
    COALESCE(traceparent, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_task WHERE id IN (${keys})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(task_no, '~'), COALESCE(channel, '~'), COALESCE(behaviour, '~'), COALESCE(biz_no, '~'),
    COALESCE(attempt, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(flow, '~'), COALESCE(flow_version, '~'),
    COALESCE(status, '~'), COALESCE(step, '~'), COALESCE(phase, '~'), COALESCE(step_since, '~'), COALESCE(req_no, '~'),
    COALESCE(scope, '~'), COALESCE(last_seq, '~'), COALESCE(sent_seq, '~'), COALESCE(touched, '~'), COALESCE(next_run_at, '~'),
    COALESCE(timer_at, '~'), COALESCE(expire_at, '~'), COALESCE(biz_date, '~'), COALESCE(priority, '~'),
    COALESCE(lease_owner, '~'), COALESCE(lease_until, '~'), COALESCE(wake, '~'), COALESCE(version, '~'), COALESCE(reason, '~'),
    COALESCE(traceparent, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_task_archive WHERE id IN (${keys})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

DELETE FROM fund_step_log WHERE task_id IN (${keys}) ORDER BY task_id, seq LIMIT 1000;
DELETE FROM fund_task WHERE id IN (${keys}) ORDER BY id LIMIT 1000;

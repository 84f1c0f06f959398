-- Purpose: moves the callbacks of archived tasks to the archive table, a batch at a time.
-- Owner:   the DBA; fund-router-provider reads both places and never writes here.
-- Run:     scripts/sql archive --schema fund_router --before DATE, after A002: see there. ${keys} are the ids that the first SELECT answered,
--          quoted, separated by commas; MySQL and MariaDB compare them as numbers, by the primary key.
-- Rules:   the first SELECT chooses and locks. Other SELECTs compare what was copied by count and checksum and must answer no
--          row. A DELETE is repeated until it deletes nothing.
-- Which:   settled, came before ${before}, for a task that is archived.

SELECT c.id
FROM fund_callback c
WHERE c.id > ${after} + 0 AND c.created_at < ${before} AND c.status <> 'PENDING'
  AND EXISTS (SELECT a.id FROM fund_task_archive a WHERE a.id = c.task_id)
ORDER BY c.id
LIMIT ${batch}
FOR UPDATE;

-- fund_callback
INSERT INTO fund_callback_archive (
  id, channel, event_name, dedup_id, biz_no, body, body_hash, status, task_id, reason, applied_at, created_at,
  updated_at)
SELECT
  id, channel, event_name, dedup_id, biz_no, body, body_hash, status, task_id, reason, applied_at, created_at,
  updated_at
FROM fund_callback WHERE id IN (${keys});

SELECT 'copy of fund_callback differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(channel, '~'), COALESCE(event_name, '~'), COALESCE(dedup_id, '~'), COALESCE(biz_no, '~'),
    COALESCE(body, '~'), COALESCE(body_hash, '~'), COALESCE(status, '~'), COALESCE(task_id, '~'), COALESCE(reason, '~'),
    COALESCE(applied_at, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_callback WHERE id IN (${keys})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(channel, '~'), COALESCE(event_name, '~'), COALESCE(dedup_id, '~'), COALESCE(biz_no, '~'),
    COALESCE(body, '~'), COALESCE(body_hash, '~'), COALESCE(status, '~'), COALESCE(task_id, '~'), COALESCE(reason, '~'),
    COALESCE(applied_at, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_callback_archive WHERE id IN (${keys})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

DELETE FROM fund_callback WHERE id IN (${keys}) ORDER BY id LIMIT 1000;

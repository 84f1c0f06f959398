-- C011 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a channel that was enabled was reviewed by a second person' AS broken_rule, channel_code, status
FROM acquisition_channel
WHERE status IN ('ENABLED', 'DISABLED') AND (reviewer IS NULL OR reviewer = applicant);

SELECT 'a version counts at least the steps to its state' AS broken_rule, channel_code, status, version
FROM acquisition_channel
WHERE version < CASE status WHEN 'APPLIED' THEN 1 WHEN 'REVIEWED' THEN 2 WHEN 'REJECTED' THEN 2 WHEN 'DISABLED' THEN 4 ELSE 3 END;

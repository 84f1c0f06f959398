-- Purpose: the rules of fund channels, for V005. Every SELECT must return no row; its first column names the rule that is
-- broken. Reads only, may run in production.

SELECT 'a fund channel belongs to an institution' AS broken_rule, c.institution_code, c.version
FROM fund_channel c LEFT JOIN institution i ON i.institution_code = c.institution_code
WHERE i.institution_code IS NULL;

SELECT 'a limit belongs to a version' AS broken_rule, q.institution_code, q.version, q.dimension
FROM fund_channel_quota q LEFT JOIN fund_channel c ON c.institution_code = q.institution_code AND c.version = q.version
WHERE c.institution_code IS NULL;

SELECT 'a time without service belongs to a version' AS broken_rule, w.institution_code, w.version, w.seat
FROM fund_channel_window w LEFT JOIN fund_channel c ON c.institution_code = w.institution_code AND c.version = w.version
WHERE c.institution_code IS NULL;

SELECT 'versions have no gap' AS broken_rule, institution_code, MAX(version), COUNT(*)
FROM fund_channel GROUP BY institution_code HAVING MAX(version) <> COUNT(*);

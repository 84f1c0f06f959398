-- Purpose: moves the funding of settled orders with their sub-orders, route decisions and quota entries to the archive tables, a batch of
--          orders at a time.
-- Owner:   the DBA; fund-router-provider reads both places and never writes here.
-- Run:     scripts/sql archive --schema fund_router --before DATE: fills in the four values below, runs the statements of a batch
--          in ONE transaction, and starts again with the next batch. By hand: fill in the values with envsubst, START
--          TRANSACTION, run the statements, look at the results, COMMIT. A run that stops anywhere loses nothing.
-- Values:  ${before} orders ended before this date, quoted; ${after} last order of the batch before, quoted, '' at first;
--          ${batch} orders in a batch; ${orders} the orders that the first SELECT answered, quoted, separated by commas.
-- Rules:   the first SELECT chooses and locks. Other SELECTs compare what was copied by count and checksum and must answer no
--          row. A DELETE is repeated until it deletes nothing.
-- Which:   funded orders all of whose sub-orders are settled, before ${before}. Archive schema repayment first: what is archived there
--          is not reversed any more, and a reversal of an order that is only archived here ends in the dead letters.

SELECT t.order_no
FROM funding t
WHERE t.order_no > ${after} AND t.order_no < DATE_FORMAT(${before}, '%y%m%d')
  AND t.status IN (40, 45)
  AND EXISTS (SELECT s.order_no FROM sub_order s WHERE s.order_no = t.order_no)
  AND NOT EXISTS (SELECT s.order_no FROM sub_order s WHERE s.order_no = t.order_no AND (s.status <> 'SETTLED' OR s.settled_on >= ${before}))
ORDER BY t.order_no
LIMIT ${batch}
FOR UPDATE;

-- state_log
INSERT INTO state_log_archive (
  id, order_no, shard_key, subject, seat, from_status, to_status, reason, created_at, updated_at)
SELECT
  id, order_no, shard_key, subject, seat, from_status, to_status, reason, created_at, updated_at
FROM state_log WHERE order_no IN (${orders});

-- sub_order
INSERT INTO sub_order_archive (
  sub_order_no, order_no, seat, shard_key, institution_code, is_lead, weight, contribution_fen, status,
  settled_sequence, settled_on, version, created_at, updated_at)
SELECT
  sub_order_no, order_no, seat, shard_key, institution_code, is_lead, weight, contribution_fen, status,
  settled_sequence, settled_on, version, created_at, updated_at
FROM sub_order WHERE order_no IN (${orders});

-- fund_leg
INSERT INTO fund_leg_archive (
  order_no, seat, shard_key, institution_code, kind, is_lead, share_bp, amount_fen, external_request_no, status,
  reason, created_at, updated_at, own_annual_rate, attempt)
SELECT
  order_no, seat, shard_key, institution_code, kind, is_lead, share_bp, amount_fen, external_request_no, status,
  reason, created_at, updated_at, own_annual_rate, attempt
FROM fund_leg WHERE order_no IN (${orders});

-- funding
INSERT INTO funding_archive (
  order_no, shard_key, borrower_no, product_code, asked_scheme_code, scheme_code, principal_fen, status, version,
  next_at, attempts, claimed_by, reason, traceparent, created_at, updated_at, order_facts, route_attempt,
  reroutes)
SELECT
  order_no, shard_key, borrower_no, product_code, asked_scheme_code, scheme_code, principal_fen, status, version,
  next_at, attempts, claimed_by, reason, traceparent, created_at, updated_at, order_facts, route_attempt,
  reroutes
FROM funding WHERE order_no IN (${orders});

-- fund_quota_entry
INSERT INTO fund_quota_entry_archive (
  order_no, attempt, institution_code, shard_key, period_key, dimensions, amount_fen, status, created_at, updated_at)
SELECT
  order_no, attempt, institution_code, shard_key, period_key, dimensions, amount_fen, status, created_at, updated_at
FROM fund_quota_entry WHERE order_no IN (${orders});

-- fund_route_decision
INSERT INTO fund_route_decision_archive (
  order_no, attempt, shard_key, product_code, principal_fen, business_date, route, route_version, rule_name, outcome,
  scheme_code, lead_alone, reroutes, facts, candidates, problem, created_at, updated_at)
SELECT
  order_no, attempt, shard_key, product_code, principal_fen, business_date, route, route_version, rule_name, outcome,
  scheme_code, lead_alone, reroutes, facts, candidates, problem, created_at, updated_at
FROM fund_route_decision WHERE order_no IN (${orders});

SELECT 'copy of state_log differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(subject, '~'), COALESCE(seat, '~'),
    COALESCE(from_status, '~'), COALESCE(to_status, '~'), COALESCE(reason, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM state_log WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(subject, '~'), COALESCE(seat, '~'),
    COALESCE(from_status, '~'), COALESCE(to_status, '~'), COALESCE(reason, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM state_log_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of sub_order differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(order_no, '~'), COALESCE(seat, '~'), COALESCE(shard_key, '~'),
    COALESCE(institution_code, '~'), COALESCE(is_lead, '~'), COALESCE(weight, '~'), COALESCE(contribution_fen, '~'),
    COALESCE(status, '~'), COALESCE(settled_sequence, '~'), COALESCE(settled_on, '~'), COALESCE(version, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_order WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(order_no, '~'), COALESCE(seat, '~'), COALESCE(shard_key, '~'),
    COALESCE(institution_code, '~'), COALESCE(is_lead, '~'), COALESCE(weight, '~'), COALESCE(contribution_fen, '~'),
    COALESCE(status, '~'), COALESCE(settled_sequence, '~'), COALESCE(settled_on, '~'), COALESCE(version, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_order_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of fund_leg differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(seat, '~'), COALESCE(shard_key, '~'), COALESCE(institution_code, '~'),
    COALESCE(kind, '~'), COALESCE(is_lead, '~'), COALESCE(share_bp, '~'), COALESCE(amount_fen, '~'),
    COALESCE(external_request_no, '~'), COALESCE(status, '~'), COALESCE(reason, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(own_annual_rate, '~'), COALESCE(attempt, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_leg WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(seat, '~'), COALESCE(shard_key, '~'), COALESCE(institution_code, '~'),
    COALESCE(kind, '~'), COALESCE(is_lead, '~'), COALESCE(share_bp, '~'), COALESCE(amount_fen, '~'),
    COALESCE(external_request_no, '~'), COALESCE(status, '~'), COALESCE(reason, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(own_annual_rate, '~'), COALESCE(attempt, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_leg_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of funding differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(product_code, '~'),
    COALESCE(asked_scheme_code, '~'), COALESCE(scheme_code, '~'), COALESCE(principal_fen, '~'), COALESCE(status, '~'),
    COALESCE(version, '~'), COALESCE(next_at, '~'), COALESCE(attempts, '~'), COALESCE(claimed_by, '~'),
    COALESCE(reason, '~'), COALESCE(traceparent, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(order_facts, '~'),
    COALESCE(route_attempt, '~'), COALESCE(reroutes, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM funding WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(product_code, '~'),
    COALESCE(asked_scheme_code, '~'), COALESCE(scheme_code, '~'), COALESCE(principal_fen, '~'), COALESCE(status, '~'),
    COALESCE(version, '~'), COALESCE(next_at, '~'), COALESCE(attempts, '~'), COALESCE(claimed_by, '~'),
    COALESCE(reason, '~'), COALESCE(traceparent, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(order_facts, '~'),
    COALESCE(route_attempt, '~'), COALESCE(reroutes, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM funding_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of fund_quota_entry differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(attempt, '~'), COALESCE(institution_code, '~'), COALESCE(shard_key, '~'),
    COALESCE(period_key, '~'), COALESCE(dimensions, '~'), COALESCE(amount_fen, '~'), COALESCE(status, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_quota_entry WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(attempt, '~'), COALESCE(institution_code, '~'), COALESCE(shard_key, '~'),
    COALESCE(period_key, '~'), COALESCE(dimensions, '~'), COALESCE(amount_fen, '~'), COALESCE(status, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_quota_entry_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of fund_route_decision differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(attempt, '~'), COALESCE(shard_key, '~'), COALESCE(product_code, '~'),
    COALESCE(principal_fen, '~'), COALESCE(business_date, '~'), COALESCE(route, '~'), COALESCE(route_version, '~'),
    COALESCE(rule_name, '~'), COALESCE(outcome, '~'), COALESCE(scheme_code, '~'), COALESCE(lead_alone, '~'),
    COALESCE(reroutes, '~'), COALESCE(facts, '~'), COALESCE(candidates, '~'), COALESCE(problem, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_route_decision WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(attempt, '~'), COALESCE(shard_key, '~'), COALESCE(product_code, '~'),
    COALESCE(principal_fen, '~'), COALESCE(business_date, '~'), COALESCE(route, '~'), COALESCE(route_version, '~'),
    COALESCE(rule_name, '~'), COALESCE(outcome, '~'), COALESCE(scheme_code, '~'), COALESCE(lead_alone, '~'),
    COALESCE(reroutes, '~'), COALESCE(facts, '~'), COALESCE(candidates, '~'), COALESCE(problem, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM fund_route_decision_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

DELETE FROM state_log WHERE order_no IN (${orders}) ORDER BY id LIMIT 1000;
DELETE FROM sub_order WHERE order_no IN (${orders}) ORDER BY sub_order_no LIMIT 1000;
DELETE FROM fund_leg WHERE order_no IN (${orders}) ORDER BY order_no, attempt, seat LIMIT 1000;
DELETE FROM fund_quota_entry WHERE order_no IN (${orders}) ORDER BY order_no, attempt, institution_code LIMIT 1000;
DELETE FROM fund_route_decision WHERE order_no IN (${orders}) ORDER BY order_no, attempt LIMIT 1000;
DELETE FROM funding WHERE order_no IN (${orders}) ORDER BY order_no LIMIT 1000;

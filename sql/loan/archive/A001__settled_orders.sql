-- Purpose: moves settled and refunded orders with their plans and logs to the archive tables, a batch of orders at a time.
-- Owner:   the DBA; loan-provider reads both places and never writes here.
-- Run:     scripts/sql archive --schema loan --before DATE: fills in the four values below, runs the statements of a batch
--          in ONE transaction, and starts again with the next batch. By hand: fill in the values with envsubst, START
--          TRANSACTION, run the statements, look at the results, COMMIT. A run that stops anywhere loses nothing.
-- Values:  ${before} orders ended before this date, quoted; ${after} last order of the batch before, quoted, '' at first;
--          ${batch} orders in a batch; ${orders} the orders that the first SELECT answered, quoted, separated by commas.
-- Rules:   the first SELECT chooses and locks. Other SELECTs compare what was copied by count and checksum and must answer no
--          row. A DELETE is repeated until it deletes nothing.
-- Which:   orders that are settled or refunded, were not changed since ${before} (UTC), and have no open payment discrepancy. Archive
--          schema repayment first: what is archived there is not reversed any more, and a reversal of an order that is only
--          archived here ends in the dead letters. Moves of credit lines stay where they are: they belong to the borrower.

SELECT o.order_no
FROM loan_order o
WHERE o.order_no > ${after} AND o.order_no < DATE_FORMAT(${before}, '%y%m%d')
  AND o.status IN (80, 90) AND o.updated_at < ${before}
  AND NOT EXISTS (SELECT d.order_no FROM payment_discrepancy d WHERE d.order_no = o.order_no AND d.status = 0)
ORDER BY o.order_no
LIMIT ${batch}
FOR UPDATE;

-- state_log
INSERT INTO state_log_archive (
  id, order_no, shard_key, from_status, to_status, cause, reference, created_at)
SELECT
  id, order_no, shard_key, from_status, to_status, cause, reference, created_at
FROM state_log WHERE order_no IN (${orders});

-- plan_installment
INSERT INTO plan_installment_archive (
  order_no, plan_version, installment_no, shard_key, due_date, principal_fen, interest_fen, fee_fen,
  balance_after_fen, created_at)
SELECT
  order_no, plan_version, installment_no, shard_key, due_date, principal_fen, interest_fen, fee_fen,
  balance_after_fen, created_at
FROM plan_installment WHERE order_no IN (${orders});

-- loan_request
INSERT INTO loan_request_archive (
  order_no, shard_key, request_no, amount_fen, status, created_at, updated_at)
SELECT
  order_no, shard_key, request_no, amount_fen, status, created_at, updated_at
FROM loan_request WHERE order_no IN (${orders});

-- credit_return
INSERT INTO credit_return_archive (
  order_no, shard_key, applied_sequence, applied_fen, created_at, updated_at)
SELECT
  order_no, shard_key, applied_sequence, applied_fen, created_at, updated_at
FROM credit_return WHERE order_no IN (${orders});

-- loan_order
INSERT INTO loan_order_archive (
  order_no, shard_key, borrower_no, product_code, scheme_code, annual_rate, method, rounding, penalty_daily_rate,
  penalty_grace_days, amount_fen, installments, status, version, start_date, payment_no, next_query_at,
  query_attempts, unknown_since, created_at, updated_at, product_snapshot, channel_code)
SELECT
  order_no, shard_key, borrower_no, product_code, scheme_code, annual_rate, method, rounding, penalty_daily_rate,
  penalty_grace_days, amount_fen, installments, status, version, start_date, payment_no, next_query_at,
  query_attempts, unknown_since, created_at, updated_at, product_snapshot, channel_code
FROM loan_order WHERE order_no IN (${orders});

SELECT 'copy of state_log differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(from_status, '~'),
    COALESCE(to_status, '~'), COALESCE(cause, '~'), COALESCE(reference, '~'), COALESCE(created_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM state_log WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(id, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(from_status, '~'),
    COALESCE(to_status, '~'), COALESCE(cause, '~'), COALESCE(reference, '~'), COALESCE(created_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM state_log_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of plan_installment differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(plan_version, '~'), COALESCE(installment_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(due_date, '~'), COALESCE(principal_fen, '~'), COALESCE(interest_fen, '~'), COALESCE(fee_fen, '~'),
    COALESCE(balance_after_fen, '~'), COALESCE(created_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM plan_installment WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(plan_version, '~'), COALESCE(installment_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(due_date, '~'), COALESCE(principal_fen, '~'), COALESCE(interest_fen, '~'), COALESCE(fee_fen, '~'),
    COALESCE(balance_after_fen, '~'), COALESCE(created_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM plan_installment_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of loan_request differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(request_no, '~'), COALESCE(amount_fen, '~'),
    COALESCE(status, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM loan_request WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(request_no, '~'), COALESCE(amount_fen, '~'),
    COALESCE(status, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM loan_request_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of credit_return differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(applied_sequence, '~'), COALESCE(applied_fen, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM credit_return WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(applied_sequence, '~'), COALESCE(applied_fen, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM credit_return_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of loan_order differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(product_code, '~'),
    COALESCE(scheme_code, '~'), COALESCE(annual_rate, '~'), COALESCE(method, '~'), COALESCE(rounding, '~'),
    COALESCE(penalty_daily_rate, '~'), COALESCE(penalty_grace_days, '~'), COALESCE(amount_fen, '~'),
    COALESCE(installments, '~'), COALESCE(status, '~'), COALESCE(version, '~'), COALESCE(start_date, '~'),
    COALESCE(payment_no, '~'), COALESCE(next_query_at, '~'), COALESCE(query_attempts, '~'),
    COALESCE(unknown_since, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'),
    COALESCE(product_snapshot, '~'), COALESCE(channel_code, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM loan_order WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(product_code, '~'),
    COALESCE(scheme_code, '~'), COALESCE(annual_rate, '~'), COALESCE(method, '~'), COALESCE(rounding, '~'),
    COALESCE(penalty_daily_rate, '~'), COALESCE(penalty_grace_days, '~'), COALESCE(amount_fen, '~'),
    COALESCE(installments, '~'), COALESCE(status, '~'), COALESCE(version, '~'), COALESCE(start_date, '~'),
    COALESCE(payment_no, '~'), COALESCE(next_query_at, '~'), COALESCE(query_attempts, '~'),
    COALESCE(unknown_since, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'),
    COALESCE(product_snapshot, '~'), COALESCE(channel_code, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM loan_order_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

DELETE FROM state_log WHERE order_no IN (${orders}) ORDER BY id LIMIT 1000;
DELETE FROM plan_installment WHERE order_no IN (${orders}) ORDER BY order_no, plan_version, installment_no LIMIT 1000;
DELETE FROM loan_request WHERE order_no IN (${orders}) ORDER BY order_no LIMIT 1000;
DELETE FROM credit_return WHERE order_no IN (${orders}) ORDER BY order_no LIMIT 1000;
DELETE FROM loan_order WHERE order_no IN (${orders}) ORDER BY order_no LIMIT 1000;

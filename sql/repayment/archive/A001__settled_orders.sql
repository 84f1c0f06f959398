-- Purpose: moves settled orders with everything booked on them to the archive tables, a batch of orders at a time.
-- Owner:   the DBA; repayment-provider reads both places and never writes here.
-- Run:     scripts/sql archive --schema repayment --before DATE: fills in the four values below, runs the statements of a batch
--          in ONE transaction, and starts again with the next batch. By hand: fill in the values with envsubst, START
--          TRANSACTION, run the statements, look at the results, COMMIT. A run that stops anywhere loses nothing.
-- Values:  ${before} orders settled before this date, quoted; ${after} last order of the batch before, quoted, '' at first;
--          ${batch} orders in a batch; ${orders} the orders that the first SELECT answered, quoted, separated by commas.
-- Rules:   the first SELECT chooses and locks. Other SELECTs compare what was copied by count and checksum and must answer no
--          row. A DELETE is repeated until it deletes nothing.
-- Which:   orders whose master and sub-orders are settled, announced and split to the end, all of whose booking dates are closed
--          and reported, and that no open finding of the audit names. The order number starts with the day of submission, so
--          the walk ends at ${before}.

SELECT l.order_no
FROM ledger l
WHERE l.order_no > ${after} AND l.order_no < DATE_FORMAT(${before}, '%y%m%d')
  AND l.status IN ('SETTLED', 'REFUNDED') AND l.settled_on < ${before} AND l.settled_announced = 1
  AND l.split_version > 0 AND l.split_sequence = l.last_sequence
  AND NOT EXISTS (SELECT x.order_no FROM split_line x LEFT JOIN accounting_day d ON d.business_date = x.booking_date
                  WHERE x.order_no = l.order_no AND d.reported_at IS NULL)
  AND NOT EXISTS (SELECT f.order_no FROM audit_finding f WHERE f.order_no = l.order_no AND f.mended_at IS NULL)
ORDER BY l.order_no
LIMIT ${batch}
FOR UPDATE;

-- split_line
INSERT INTO split_line_archive (
  order_no, sequence_no, sub_order_no, installment_no, shard_key, repayment_no, institution_code, split_version,
  value_date, booking_date, due_penalty_fen, settled_penalty_fen, settled_fee_fen, settled_interest_fen,
  settled_principal_fen, due_fee_fen, due_interest_fen, due_principal_fen, event_kind, created_at, updated_at)
SELECT
  order_no, sequence_no, sub_order_no, installment_no, shard_key, repayment_no, institution_code, split_version,
  value_date, booking_date, due_penalty_fen, settled_penalty_fen, settled_fee_fen, settled_interest_fen,
  settled_principal_fen, due_fee_fen, due_interest_fen, due_principal_fen, event_kind, created_at, updated_at
FROM split_line WHERE order_no IN (${orders});

-- ledger_event_line
INSERT INTO ledger_event_line_archive (
  repayment_no, installment_no, order_no, shard_key, sequence_no, due_penalty_fen, settled_penalty_fen,
  settled_fee_fen, settled_interest_fen, settled_principal_fen, due_fee_fen, due_interest_fen, due_principal_fen,
  event_kind, created_at, updated_at)
SELECT
  repayment_no, installment_no, order_no, shard_key, sequence_no, due_penalty_fen, settled_penalty_fen,
  settled_fee_fen, settled_interest_fen, settled_principal_fen, due_fee_fen, due_interest_fen, due_principal_fen,
  event_kind, created_at, updated_at
FROM ledger_event_line WHERE order_no IN (${orders});

-- ledger_event
INSERT INTO ledger_event_archive (
  repayment_no, order_no, shard_key, sequence_no, payment_reference, amount_fen, applied_fen, suspense_fen,
  value_date, booking_date, caller, request_no, event_kind, plan_version, replan_mode, reversed_sequence,
  reversed_kind, funded_by, operator, approver, reason, created_at, updated_at)
SELECT
  repayment_no, order_no, shard_key, sequence_no, payment_reference, amount_fen, applied_fen, suspense_fen,
  value_date, booking_date, caller, request_no, event_kind, plan_version, replan_mode, reversed_sequence,
  reversed_kind, funded_by, operator, approver, reason, created_at, updated_at
FROM ledger_event WHERE order_no IN (${orders});

-- sub_installment
INSERT INTO sub_installment_archive (
  sub_order_no, installment_no, order_no, shard_key, seat, due_date, due_penalty_fen, settled_penalty_fen,
  due_fee_fen, settled_fee_fen, due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen,
  created_at, updated_at)
SELECT
  sub_order_no, installment_no, order_no, shard_key, seat, due_date, due_penalty_fen, settled_penalty_fen,
  due_fee_fen, settled_fee_fen, due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen,
  created_at, updated_at
FROM sub_installment WHERE order_no IN (${orders});

-- sub_ledger
INSERT INTO sub_ledger_archive (
  sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight, contribution_fen, status, created_at,
  updated_at, own_annual_rate)
SELECT
  sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight, contribution_fen, status, created_at,
  updated_at, own_annual_rate
FROM sub_ledger WHERE order_no IN (${orders});

-- ledger_installment
INSERT INTO ledger_installment_archive (
  order_no, installment_no, shard_key, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen,
  due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen, penalty_fen_days, penalty_since,
  kind, plan_version, created_at, updated_at)
SELECT
  order_no, installment_no, shard_key, due_date, due_penalty_fen, settled_penalty_fen, due_fee_fen, settled_fee_fen,
  due_interest_fen, settled_interest_fen, due_principal_fen, settled_principal_fen, penalty_fen_days, penalty_since,
  kind, plan_version, created_at, updated_at
FROM ledger_installment WHERE order_no IN (${orders});

-- ledger
INSERT INTO ledger_archive (
  order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version, penalty_daily_rate,
  penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence, split_version, value_date,
  settled_sequence, settled_on, settled_announced, installment_fen, returnable_principal_fen, is_refunded,
  annual_rate, method, day_count, installment_multiple_fen, interest_only_installments, is_first_period_by_days,
  penalty_basis, penalty_cap_rate, waterfall, pay_off_fee_rate, back_dating_days, credit_return, channel_code, created_at,
  updated_at)
SELECT
  order_no, shard_key, borrower_no, status, principal_fen, start_date, plan_version, penalty_daily_rate,
  penalty_grace_days, rounding, ledger_version, last_sequence, split_sequence, split_version, value_date,
  settled_sequence, settled_on, settled_announced, installment_fen, returnable_principal_fen, is_refunded,
  annual_rate, method, day_count, installment_multiple_fen, interest_only_installments, is_first_period_by_days,
  penalty_basis, penalty_cap_rate, waterfall, pay_off_fee_rate, back_dating_days, credit_return, channel_code, created_at,
  updated_at
FROM ledger WHERE order_no IN (${orders});

SELECT 'copy of split_line differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(sequence_no, '~'), COALESCE(sub_order_no, '~'), COALESCE(installment_no, '~'),
    COALESCE(shard_key, '~'), COALESCE(repayment_no, '~'), COALESCE(institution_code, '~'),
    COALESCE(split_version, '~'), COALESCE(value_date, '~'), COALESCE(booking_date, '~'),
    COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'), COALESCE(settled_fee_fen, '~'),
    COALESCE(settled_interest_fen, '~'), COALESCE(settled_principal_fen, '~'), COALESCE(due_fee_fen, '~'),
    COALESCE(due_interest_fen, '~'), COALESCE(due_principal_fen, '~'), COALESCE(event_kind, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM split_line WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(sequence_no, '~'), COALESCE(sub_order_no, '~'), COALESCE(installment_no, '~'),
    COALESCE(shard_key, '~'), COALESCE(repayment_no, '~'), COALESCE(institution_code, '~'),
    COALESCE(split_version, '~'), COALESCE(value_date, '~'), COALESCE(booking_date, '~'),
    COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'), COALESCE(settled_fee_fen, '~'),
    COALESCE(settled_interest_fen, '~'), COALESCE(settled_principal_fen, '~'), COALESCE(due_fee_fen, '~'),
    COALESCE(due_interest_fen, '~'), COALESCE(due_principal_fen, '~'), COALESCE(event_kind, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM split_line_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of ledger_event_line differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(repayment_no, '~'), COALESCE(installment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(sequence_no, '~'), COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'),
    COALESCE(settled_fee_fen, '~'), COALESCE(settled_interest_fen, '~'), COALESCE(settled_principal_fen, '~'),
    COALESCE(due_fee_fen, '~'), COALESCE(due_interest_fen, '~'), COALESCE(due_principal_fen, '~'),
    COALESCE(event_kind, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_event_line WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(repayment_no, '~'), COALESCE(installment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(sequence_no, '~'), COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'),
    COALESCE(settled_fee_fen, '~'), COALESCE(settled_interest_fen, '~'), COALESCE(settled_principal_fen, '~'),
    COALESCE(due_fee_fen, '~'), COALESCE(due_interest_fen, '~'), COALESCE(due_principal_fen, '~'),
    COALESCE(event_kind, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_event_line_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of ledger_event differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(repayment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(sequence_no, '~'),
    COALESCE(payment_reference, '~'), COALESCE(amount_fen, '~'), COALESCE(applied_fen, '~'),
    COALESCE(suspense_fen, '~'), COALESCE(value_date, '~'), COALESCE(booking_date, '~'), COALESCE(caller, '~'),
    COALESCE(request_no, '~'), COALESCE(event_kind, '~'), COALESCE(plan_version, '~'), COALESCE(replan_mode, '~'),
    COALESCE(reversed_sequence, '~'), COALESCE(reversed_kind, '~'), COALESCE(funded_by, '~'), COALESCE(operator, '~'),
    COALESCE(approver, '~'), COALESCE(reason, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_event WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(repayment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(sequence_no, '~'),
    COALESCE(payment_reference, '~'), COALESCE(amount_fen, '~'), COALESCE(applied_fen, '~'),
    COALESCE(suspense_fen, '~'), COALESCE(value_date, '~'), COALESCE(booking_date, '~'), COALESCE(caller, '~'),
    COALESCE(request_no, '~'), COALESCE(event_kind, '~'), COALESCE(plan_version, '~'), COALESCE(replan_mode, '~'),
    COALESCE(reversed_sequence, '~'), COALESCE(reversed_kind, '~'), COALESCE(funded_by, '~'), COALESCE(operator, '~'),
    COALESCE(approver, '~'), COALESCE(reason, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_event_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of sub_installment differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(installment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(seat, '~'), COALESCE(due_date, '~'), COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'),
    COALESCE(due_fee_fen, '~'), COALESCE(settled_fee_fen, '~'), COALESCE(due_interest_fen, '~'),
    COALESCE(settled_interest_fen, '~'), COALESCE(due_principal_fen, '~'), COALESCE(settled_principal_fen, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_installment WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(installment_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'),
    COALESCE(seat, '~'), COALESCE(due_date, '~'), COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'),
    COALESCE(due_fee_fen, '~'), COALESCE(settled_fee_fen, '~'), COALESCE(due_interest_fen, '~'),
    COALESCE(settled_interest_fen, '~'), COALESCE(due_principal_fen, '~'), COALESCE(settled_principal_fen, '~'),
    COALESCE(created_at, '~'), COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_installment_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of sub_ledger differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(seat, '~'),
    COALESCE(institution_code, '~'), COALESCE(is_lead, '~'), COALESCE(weight, '~'), COALESCE(contribution_fen, '~'),
    COALESCE(status, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(own_annual_rate, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_ledger WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(sub_order_no, '~'), COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(seat, '~'),
    COALESCE(institution_code, '~'), COALESCE(is_lead, '~'), COALESCE(weight, '~'), COALESCE(contribution_fen, '~'),
    COALESCE(status, '~'), COALESCE(created_at, '~'), COALESCE(updated_at, '~'), COALESCE(own_annual_rate, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM sub_ledger_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of ledger_installment differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(installment_no, '~'), COALESCE(shard_key, '~'), COALESCE(due_date, '~'),
    COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'), COALESCE(due_fee_fen, '~'),
    COALESCE(settled_fee_fen, '~'), COALESCE(due_interest_fen, '~'), COALESCE(settled_interest_fen, '~'),
    COALESCE(due_principal_fen, '~'), COALESCE(settled_principal_fen, '~'), COALESCE(penalty_fen_days, '~'),
    COALESCE(penalty_since, '~'), COALESCE(kind, '~'), COALESCE(plan_version, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_installment WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(installment_no, '~'), COALESCE(shard_key, '~'), COALESCE(due_date, '~'),
    COALESCE(due_penalty_fen, '~'), COALESCE(settled_penalty_fen, '~'), COALESCE(due_fee_fen, '~'),
    COALESCE(settled_fee_fen, '~'), COALESCE(due_interest_fen, '~'), COALESCE(settled_interest_fen, '~'),
    COALESCE(due_principal_fen, '~'), COALESCE(settled_principal_fen, '~'), COALESCE(penalty_fen_days, '~'),
    COALESCE(penalty_since, '~'), COALESCE(kind, '~'), COALESCE(plan_version, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_installment_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

SELECT 'copy of ledger differs' AS broken_rule, live.row_count, copied.row_count AS copied_count, live.checksum, copied.checksum AS copied_checksum
FROM (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(status, '~'),
    COALESCE(principal_fen, '~'), COALESCE(start_date, '~'), COALESCE(plan_version, '~'),
    COALESCE(penalty_daily_rate, '~'), COALESCE(penalty_grace_days, '~'), COALESCE(rounding, '~'),
    COALESCE(ledger_version, '~'), COALESCE(last_sequence, '~'), COALESCE(split_sequence, '~'),
    COALESCE(split_version, '~'), COALESCE(value_date, '~'), COALESCE(settled_sequence, '~'),
    COALESCE(settled_on, '~'), COALESCE(settled_announced, '~'), COALESCE(installment_fen, '~'),
    COALESCE(returnable_principal_fen, '~'), COALESCE(is_refunded, '~'), COALESCE(annual_rate, '~'),
    COALESCE(method, '~'), COALESCE(day_count, '~'), COALESCE(installment_multiple_fen, '~'),
    COALESCE(interest_only_installments, '~'), COALESCE(is_first_period_by_days, '~'), COALESCE(penalty_basis, '~'),
    COALESCE(penalty_cap_rate, '~'), COALESCE(waterfall, '~'), COALESCE(pay_off_fee_rate, '~'),
    COALESCE(back_dating_days, '~'), COALESCE(credit_return, '~'), COALESCE(channel_code, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger WHERE order_no IN (${orders})) live,
  (SELECT COUNT(*) AS row_count, COALESCE(SUM(CAST(CONV(SUBSTRING(MD5(CONCAT_WS('|',
    COALESCE(order_no, '~'), COALESCE(shard_key, '~'), COALESCE(borrower_no, '~'), COALESCE(status, '~'),
    COALESCE(principal_fen, '~'), COALESCE(start_date, '~'), COALESCE(plan_version, '~'),
    COALESCE(penalty_daily_rate, '~'), COALESCE(penalty_grace_days, '~'), COALESCE(rounding, '~'),
    COALESCE(ledger_version, '~'), COALESCE(last_sequence, '~'), COALESCE(split_sequence, '~'),
    COALESCE(split_version, '~'), COALESCE(value_date, '~'), COALESCE(settled_sequence, '~'),
    COALESCE(settled_on, '~'), COALESCE(settled_announced, '~'), COALESCE(installment_fen, '~'),
    COALESCE(returnable_principal_fen, '~'), COALESCE(is_refunded, '~'), COALESCE(annual_rate, '~'),
    COALESCE(method, '~'), COALESCE(day_count, '~'), COALESCE(installment_multiple_fen, '~'),
    COALESCE(interest_only_installments, '~'), COALESCE(is_first_period_by_days, '~'), COALESCE(penalty_basis, '~'),
    COALESCE(penalty_cap_rate, '~'), COALESCE(waterfall, '~'), COALESCE(pay_off_fee_rate, '~'),
    COALESCE(back_dating_days, '~'), COALESCE(credit_return, '~'), COALESCE(channel_code, '~'), COALESCE(created_at, '~'),
    COALESCE(updated_at, '~'))), 1, 15), 16, 10) AS UNSIGNED)), 0) AS checksum
  FROM ledger_archive WHERE order_no IN (${orders})) copied
WHERE live.row_count <> copied.row_count OR live.checksum <> copied.checksum;

DELETE FROM split_line WHERE order_no IN (${orders}) ORDER BY order_no, sequence_no, sub_order_no, installment_no LIMIT 1000;
DELETE FROM ledger_event_line WHERE order_no IN (${orders}) ORDER BY repayment_no, installment_no LIMIT 1000;
DELETE FROM ledger_event WHERE order_no IN (${orders}) ORDER BY repayment_no LIMIT 1000;
DELETE FROM sub_installment WHERE order_no IN (${orders}) ORDER BY sub_order_no, installment_no LIMIT 1000;
DELETE FROM sub_ledger WHERE order_no IN (${orders}) ORDER BY sub_order_no LIMIT 1000;
DELETE FROM ledger_installment WHERE order_no IN (${orders}) ORDER BY order_no, installment_no LIMIT 1000;
DELETE FROM ledger WHERE order_no IN (${orders}) ORDER BY order_no LIMIT 1000;

-- Purpose: the money rules of the repayment ledger, for V001. Every SELECT must return no row; its first column names the
-- rule that is broken. Reads whole tables: run it on a replica, or per shard_key at night. All sums are exact (DECIMAL).

-- The principal dues of the installments are the loan amount.
SELECT 'principal dues differ from the loan amount' AS broken_rule, l.order_no, l.principal_fen, SUM(i.due_principal_fen) AS dues_fen
FROM ledger l LEFT JOIN ledger_installment i ON i.order_no = l.order_no
GROUP BY l.order_no, l.principal_fen
HAVING dues_fen IS NULL OR dues_fen <> l.principal_fen;

-- What is settled of an installment, and its penalty due, is what its events did.
SELECT 'installment differs from its repayment lines' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment i LEFT JOIN repayment_line r ON r.order_no = i.order_no AND r.installment_no = i.installment_no
GROUP BY i.order_no, i.installment_no, i.due_penalty_fen, i.settled_penalty_fen, i.settled_fee_fen, i.settled_interest_fen, i.settled_principal_fen
HAVING COALESCE(SUM(r.penalty_growth_fen), 0) <> i.due_penalty_fen
  OR COALESCE(SUM(r.settled_penalty_fen), 0) <> i.settled_penalty_fen
  OR COALESCE(SUM(r.settled_fee_fen), 0) <> i.settled_fee_fen
  OR COALESCE(SUM(r.settled_interest_fen), 0) <> i.settled_interest_fen
  OR COALESCE(SUM(r.settled_principal_fen), 0) <> i.settled_principal_fen;

-- The lines of a repayment settle what it applied.
SELECT 'repayment differs from its lines' AS broken_rule, p.repayment_no, p.order_no, p.applied_fen
FROM repayment p LEFT JOIN repayment_line r ON r.repayment_no = p.repayment_no
GROUP BY p.repayment_no, p.order_no, p.applied_fen
HAVING COALESCE(SUM(r.settled_penalty_fen + r.settled_fee_fen + r.settled_interest_fen + r.settled_principal_fen), 0) <> p.applied_fen;

-- No event is missing: sequences run from 1 to the last without a gap.
SELECT 'sequence of events has a gap' AS broken_rule, l.order_no, l.last_sequence, COUNT(p.repayment_no) AS events
FROM ledger l LEFT JOIN repayment p ON p.order_no = l.order_no
GROUP BY l.order_no, l.last_sequence
HAVING COUNT(p.repayment_no) <> l.last_sequence OR COALESCE(MAX(p.sequence_no), 0) <> l.last_sequence
  OR COALESCE(MIN(p.sequence_no), 1) <> 1;

-- No repayment or line without its ledger.
SELECT 'repayment without a ledger' AS broken_rule, p.repayment_no, p.order_no
FROM repayment p LEFT JOIN ledger l ON l.order_no = p.order_no
WHERE l.order_no IS NULL;

SELECT 'installment without a ledger' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment i LEFT JOIN ledger l ON l.order_no = i.order_no
WHERE l.order_no IS NULL;
SELECT 'line without its repayment' AS broken_rule, r.repayment_no, r.order_no, r.sequence_no, r.installment_no
FROM repayment_line r LEFT JOIN repayment p ON p.repayment_no = r.repayment_no
WHERE p.repayment_no IS NULL OR p.order_no <> r.order_no OR p.sequence_no <> r.sequence_no;

-- In every cell the sub-orders add up to the master order, due and settled.
SELECT 'sub-orders do not add up to the master order' AS broken_rule, i.order_no, i.installment_no
FROM ledger l
JOIN ledger_installment i ON i.order_no = l.order_no
LEFT JOIN sub_installment s ON s.order_no = i.order_no AND s.installment_no = i.installment_no
WHERE l.split_version > 0
GROUP BY i.order_no, i.installment_no,
  i.due_penalty_fen, i.settled_penalty_fen, i.due_fee_fen, i.settled_fee_fen, i.due_interest_fen, i.settled_interest_fen, i.due_principal_fen, i.settled_principal_fen
HAVING COALESCE(SUM(s.due_penalty_fen), 0) <> i.due_penalty_fen OR COALESCE(SUM(s.settled_penalty_fen), 0) <> i.settled_penalty_fen
  OR COALESCE(SUM(s.due_fee_fen), 0) <> i.due_fee_fen OR COALESCE(SUM(s.settled_fee_fen), 0) <> i.settled_fee_fen
  OR COALESCE(SUM(s.due_interest_fen), 0) <> i.due_interest_fen OR COALESCE(SUM(s.settled_interest_fen), 0) <> i.settled_interest_fen
  OR COALESCE(SUM(s.due_principal_fen), 0) <> i.due_principal_fen OR COALESCE(SUM(s.settled_principal_fen), 0) <> i.settled_principal_fen;

-- Every sub-installment has its master installment, of the same date.
SELECT 'sub-installment without its installment' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_installment s
LEFT JOIN ledger_installment i ON i.order_no = s.order_no AND i.installment_no = s.installment_no
WHERE i.order_no IS NULL OR i.due_date <> s.due_date;

-- Every sub-installment belongs to the institution of its seat.
SELECT 'sub-installment without its sub-order' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_installment s LEFT JOIN sub_ledger b ON b.sub_order_no = s.sub_order_no
WHERE b.sub_order_no IS NULL OR b.order_no <> s.order_no OR b.seat <> s.seat;

-- What is settled of a sub-installment, and its penalty due, is what its split lines say.
SELECT 'sub-installment differs from its split lines' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_installment s LEFT JOIN split_line x ON x.sub_order_no = s.sub_order_no AND x.installment_no = s.installment_no
GROUP BY s.sub_order_no, s.installment_no, s.due_penalty_fen, s.settled_penalty_fen, s.settled_fee_fen, s.settled_interest_fen, s.settled_principal_fen
HAVING COALESCE(SUM(x.penalty_growth_fen), 0) <> s.due_penalty_fen
  OR COALESCE(SUM(x.settled_penalty_fen), 0) <> s.settled_penalty_fen
  OR COALESCE(SUM(x.settled_fee_fen), 0) <> s.settled_fee_fen
  OR COALESCE(SUM(x.settled_interest_fen), 0) <> s.settled_interest_fen
  OR COALESCE(SUM(x.settled_principal_fen), 0) <> s.settled_principal_fen;

-- The split of every line is the line: no fen lost, none made.
SELECT 'split lines differ from the repayment line' AS broken_rule, r.order_no, r.sequence_no, r.installment_no
FROM ledger l
JOIN repayment_line r ON r.order_no = l.order_no AND r.sequence_no <= l.split_sequence
LEFT JOIN split_line x ON x.order_no = r.order_no AND x.sequence_no = r.sequence_no AND x.installment_no = r.installment_no
GROUP BY r.order_no, r.sequence_no, r.installment_no, r.penalty_growth_fen, r.settled_penalty_fen, r.settled_fee_fen, r.settled_interest_fen, r.settled_principal_fen
HAVING COALESCE(SUM(x.penalty_growth_fen), 0) <> r.penalty_growth_fen
  OR COALESCE(SUM(x.settled_penalty_fen), 0) <> r.settled_penalty_fen
  OR COALESCE(SUM(x.settled_fee_fen), 0) <> r.settled_fee_fen
  OR COALESCE(SUM(x.settled_interest_fen), 0) <> r.settled_interest_fen
  OR COALESCE(SUM(x.settled_principal_fen), 0) <> r.settled_principal_fen;

-- No split line without its repayment line.
SELECT 'split line without a repayment line' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no, x.installment_no
FROM split_line x
LEFT JOIN repayment_line r ON r.order_no = x.order_no AND r.sequence_no = x.sequence_no AND r.installment_no = x.installment_no
WHERE r.order_no IS NULL OR r.repayment_no <> x.repayment_no;

-- Reports to an institution are made of the lines of its own sub-orders.
SELECT 'split line of another institution than its sub-order' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no, x.institution_code
FROM split_line x LEFT JOIN sub_ledger b ON b.sub_order_no = x.sub_order_no
WHERE b.sub_order_no IS NULL OR b.order_no <> x.order_no OR b.institution_code <> x.institution_code;

-- The principal dues of a sub-order are its contribution.
SELECT 'principal dues of a sub-order differ from its contribution' AS broken_rule, b.sub_order_no, b.contribution_fen
FROM sub_ledger b LEFT JOIN sub_installment s ON s.sub_order_no = b.sub_order_no
GROUP BY b.sub_order_no, b.contribution_fen
HAVING COALESCE(SUM(s.due_principal_fen), 0) <> b.contribution_fen;

-- The contributions are the loan amount.
SELECT 'contributions differ from the loan amount' AS broken_rule, l.order_no, l.principal_fen
FROM ledger l LEFT JOIN sub_ledger b ON b.order_no = l.order_no
WHERE l.split_version > 0
GROUP BY l.order_no, l.principal_fen
HAVING COALESCE(SUM(b.contribution_fen), 0) <> l.principal_fen;

-- Sub-orders exist exactly where the ledger says so.
SELECT 'sub-order of a ledger that is not split' AS broken_rule, b.sub_order_no, b.order_no
FROM sub_ledger b LEFT JOIN ledger l ON l.order_no = b.order_no
WHERE l.order_no IS NULL OR l.split_version = 0;

-- Once the sub-orders exist every event is split at once.
SELECT 'event not split' AS broken_rule, l.order_no, l.last_sequence, l.split_sequence
FROM ledger l
WHERE (l.split_version > 0 AND l.split_sequence <> l.last_sequence) OR (l.split_version = 0 AND l.split_sequence <> 0);

-- SETTLED means that nothing is open, and nothing open means SETTLED.
SELECT 'status of the master order contradicts what is open' AS broken_rule, l.order_no, l.status
FROM ledger l JOIN ledger_installment i ON i.order_no = l.order_no
GROUP BY l.order_no, l.status
HAVING (SUM(i.due_penalty_fen - i.settled_penalty_fen + i.due_fee_fen - i.settled_fee_fen + i.due_interest_fen - i.settled_interest_fen + i.due_principal_fen - i.settled_principal_fen) = 0) <> (l.status = 'SETTLED');

-- Sub-orders are settled together with their master order, and only when nothing is open.
SELECT 'status of a sub-order contradicts the master order' AS broken_rule, b.sub_order_no, b.status, l.status AS master_status
FROM sub_ledger b JOIN ledger l ON l.order_no = b.order_no
WHERE b.status <> l.status;
SELECT 'settled sub-order with something open' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_ledger b JOIN sub_installment s ON s.sub_order_no = b.sub_order_no
WHERE b.status = 'SETTLED'
  AND (s.due_penalty_fen <> s.settled_penalty_fen OR s.due_fee_fen <> s.settled_fee_fen OR s.due_interest_fen <> s.settled_interest_fen OR s.due_principal_fen <> s.settled_principal_fen);

-- Settlement is announced exactly when master order and sub-orders are settled.
SELECT 'settlement announced too early or not at all' AS broken_rule, l.order_no, l.status, l.split_version
FROM ledger l
WHERE (l.settled_announced = 1) <> (l.status = 'SETTLED' AND l.split_version > 0);

-- A suspense balance is the sum of its entries, and its entries are the excess of the repayments.
SELECT 'suspense balance differs from its entries' AS broken_rule, a.borrower_no, a.balance_fen
FROM suspense_account a LEFT JOIN suspense_entry e ON e.borrower_no = a.borrower_no
GROUP BY a.borrower_no, a.balance_fen
HAVING COALESCE(SUM(e.amount_fen), 0) <> a.balance_fen;
SELECT 'suspense entry without an account' AS broken_rule, e.repayment_no, e.borrower_no
FROM suspense_entry e LEFT JOIN suspense_account a ON a.borrower_no = e.borrower_no
WHERE a.borrower_no IS NULL;
SELECT 'excess of a repayment is not in suspense' AS broken_rule, p.repayment_no, p.suspense_fen
FROM repayment p LEFT JOIN suspense_entry e ON e.repayment_no = p.repayment_no
GROUP BY p.repayment_no, p.suspense_fen
HAVING COALESCE(SUM(e.amount_fen), 0) <> p.suspense_fen;
SELECT 'excess of a repayment is kept for another customer' AS broken_rule, e.repayment_no, e.borrower_no, l.borrower_no AS of_borrower
FROM suspense_entry e JOIN repayment p ON p.repayment_no = e.repayment_no JOIN ledger l ON l.order_no = p.order_no
WHERE e.borrower_no <> l.borrower_no OR e.order_no <> l.order_no;

-- Every row is on the shard of its order.
SELECT 'ledger on a foreign shard' AS broken_rule, l.order_no, l.shard_key
FROM ledger l
WHERE l.shard_key <> CAST(SUBSTRING(l.order_no, 19, 4) AS SIGNED);
SELECT 'row on another shard than its ledger' AS broken_rule, x.table_of, x.order_no, x.shard_key
FROM ledger l JOIN (
  SELECT 'ledger_installment' AS table_of, order_no, shard_key FROM ledger_installment
  UNION ALL SELECT 'sub_ledger', order_no, shard_key FROM sub_ledger
  UNION ALL SELECT 'sub_installment', order_no, shard_key FROM sub_installment
  UNION ALL SELECT 'repayment', order_no, shard_key FROM repayment
  UNION ALL SELECT 'repayment_line', order_no, shard_key FROM repayment_line
  UNION ALL SELECT 'split_line', order_no, shard_key FROM split_line) x ON x.order_no = l.order_no
WHERE x.shard_key <> l.shard_key;

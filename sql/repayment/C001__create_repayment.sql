-- Purpose: the money rules of the repayment ledger, for V001, as far as no later version moved them. Every SELECT must return
-- no row; its first column names the rule that is broken. Reads whole tables: run it on a replica, or per shard_key at night.
-- All sums are exact (DECIMAL). The rules about events, lines, endings and suspense are in C002.

-- The principal dues of the installments are the loan amount.
SELECT 'principal dues differ from the loan amount' AS broken_rule, l.order_no, l.principal_fen, SUM(i.due_principal_fen) AS dues_fen
FROM ledger l LEFT JOIN ledger_installment i ON i.order_no = l.order_no
GROUP BY l.order_no, l.principal_fen
HAVING dues_fen IS NULL OR dues_fen <> l.principal_fen;

SELECT 'installment without a ledger' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment i LEFT JOIN ledger l ON l.order_no = i.order_no
WHERE l.order_no IS NULL;

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

-- Every row is on the shard of its order.
SELECT 'ledger on a foreign shard' AS broken_rule, l.order_no, l.shard_key
FROM ledger l
WHERE l.shard_key <> CAST(SUBSTRING(l.order_no, 19, 4) AS SIGNED);

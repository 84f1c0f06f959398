-- Purpose: the money rules of the repayment ledger from V002 on. Every SELECT must return no row; its first column names the
-- rule that is broken. Reads whole tables: run it on a replica, or per shard_key at night. All sums are exact (DECIMAL).

-- What is settled of an installment, and its penalty due, is the sum of what its events did.
SELECT 'installment differs from its event lines' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment i LEFT JOIN ledger_event_line r ON r.order_no = i.order_no AND r.installment_no = i.installment_no
GROUP BY i.order_no, i.installment_no, i.due_penalty_fen, i.settled_penalty_fen, i.settled_fee_fen, i.settled_interest_fen, i.settled_principal_fen
HAVING COALESCE(SUM(r.due_penalty_fen), 0) <> i.due_penalty_fen
  OR COALESCE(SUM(r.settled_penalty_fen), 0) <> i.settled_penalty_fen
  OR COALESCE(SUM(r.settled_fee_fen), 0) <> i.settled_fee_fen
  OR COALESCE(SUM(r.settled_interest_fen), 0) <> i.settled_interest_fen
  OR COALESCE(SUM(r.settled_principal_fen), 0) <> i.settled_principal_fen;

-- The lines of an event settle what it applied.
SELECT 'event differs from its lines' AS broken_rule, p.repayment_no, p.order_no, p.applied_fen
FROM ledger_event p LEFT JOIN ledger_event_line r ON r.repayment_no = p.repayment_no
GROUP BY p.repayment_no, p.order_no, p.applied_fen
HAVING COALESCE(SUM(r.settled_penalty_fen + r.settled_fee_fen + r.settled_interest_fen + r.settled_principal_fen), 0) <> p.applied_fen;

-- No event is missing: sequences run from 1 to the last without a gap.
SELECT 'sequence of events has a gap' AS broken_rule, l.order_no, l.last_sequence, COUNT(p.repayment_no) AS events
FROM ledger l LEFT JOIN ledger_event p ON p.order_no = l.order_no
GROUP BY l.order_no, l.last_sequence
HAVING COUNT(p.repayment_no) <> l.last_sequence OR COALESCE(MAX(p.sequence_no), 0) <> l.last_sequence
  OR COALESCE(MIN(p.sequence_no), 1) <> 1;

-- No event or line without its ledger.
SELECT 'event without a ledger' AS broken_rule, p.repayment_no, p.order_no
FROM ledger_event p LEFT JOIN ledger l ON l.order_no = p.order_no
WHERE l.order_no IS NULL;

SELECT 'line without its event' AS broken_rule, r.repayment_no, r.order_no, r.sequence_no, r.installment_no
FROM ledger_event_line r LEFT JOIN ledger_event p ON p.repayment_no = r.repayment_no
WHERE p.repayment_no IS NULL OR p.order_no <> r.order_no OR p.sequence_no <> r.sequence_no;

-- What is settled of a sub-installment, and its penalty due, is what its split lines say.
SELECT 'sub-installment differs from its split lines' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_installment s LEFT JOIN split_line x ON x.sub_order_no = s.sub_order_no AND x.installment_no = s.installment_no
GROUP BY s.sub_order_no, s.installment_no, s.due_penalty_fen, s.settled_penalty_fen, s.settled_fee_fen, s.settled_interest_fen, s.settled_principal_fen
HAVING COALESCE(SUM(x.due_penalty_fen), 0) <> s.due_penalty_fen
  OR COALESCE(SUM(x.settled_penalty_fen), 0) <> s.settled_penalty_fen
  OR COALESCE(SUM(x.settled_fee_fen), 0) <> s.settled_fee_fen
  OR COALESCE(SUM(x.settled_interest_fen), 0) <> s.settled_interest_fen
  OR COALESCE(SUM(x.settled_principal_fen), 0) <> s.settled_principal_fen;

-- The split of every line is the line: no fen lost, none made.
SELECT 'split lines differ from the event line' AS broken_rule, r.order_no, r.sequence_no, r.installment_no
FROM ledger l
JOIN ledger_event_line r ON r.order_no = l.order_no AND r.sequence_no <= l.split_sequence
LEFT JOIN split_line x ON x.order_no = r.order_no AND x.sequence_no = r.sequence_no AND x.installment_no = r.installment_no
GROUP BY r.order_no, r.sequence_no, r.installment_no, r.due_penalty_fen, r.due_fee_fen, r.due_interest_fen, r.due_principal_fen, r.settled_penalty_fen, r.settled_fee_fen, r.settled_interest_fen, r.settled_principal_fen
HAVING COALESCE(SUM(x.due_penalty_fen), 0) <> r.due_penalty_fen
  OR COALESCE(SUM(x.due_fee_fen), 0) <> r.due_fee_fen
  OR COALESCE(SUM(x.due_interest_fen), 0) <> r.due_interest_fen
  OR COALESCE(SUM(x.due_principal_fen), 0) <> r.due_principal_fen
  OR COALESCE(SUM(x.settled_penalty_fen), 0) <> r.settled_penalty_fen
  OR COALESCE(SUM(x.settled_fee_fen), 0) <> r.settled_fee_fen
  OR COALESCE(SUM(x.settled_interest_fen), 0) <> r.settled_interest_fen
  OR COALESCE(SUM(x.settled_principal_fen), 0) <> r.settled_principal_fen;

-- No split line without its event line.
SELECT 'split line without an event line' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no, x.installment_no
FROM split_line x
LEFT JOIN ledger_event_line r ON r.order_no = x.order_no AND r.sequence_no = x.sequence_no AND r.installment_no = x.installment_no
WHERE r.order_no IS NULL OR r.repayment_no <> x.repayment_no;

-- Reports to an institution are made of the lines of its own sub-orders.
SELECT 'split line of another institution than its sub-order' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no, x.institution_code
FROM split_line x LEFT JOIN sub_ledger b ON b.sub_order_no = x.sub_order_no
WHERE b.sub_order_no IS NULL OR b.order_no <> x.order_no OR b.institution_code <> x.institution_code;

-- An ending means that nothing is open, and nothing open means an ending.
SELECT 'status of the master order contradicts what is open' AS broken_rule, l.order_no, l.status
FROM ledger l JOIN ledger_installment i ON i.order_no = l.order_no
GROUP BY l.order_no, l.status
HAVING (SUM(i.due_penalty_fen - i.settled_penalty_fen + i.due_fee_fen - i.settled_fee_fen + i.due_interest_fen - i.settled_interest_fen + i.due_principal_fen - i.settled_principal_fen) = 0) <> (l.status <> 'ACTIVE');

-- Sub-orders end together with their master order, and only when nothing is open.
SELECT 'status of a sub-order contradicts the master order' AS broken_rule, b.sub_order_no, b.status, l.status AS master_status
FROM sub_ledger b JOIN ledger l ON l.order_no = b.order_no
WHERE b.status <> l.status;

SELECT 'ended sub-order with something open' AS broken_rule, s.sub_order_no, s.installment_no
FROM sub_ledger b JOIN sub_installment s ON s.sub_order_no = b.sub_order_no
WHERE b.status <> 'ACTIVE'
  AND (s.due_penalty_fen <> s.settled_penalty_fen OR s.due_fee_fen <> s.settled_fee_fen OR s.due_interest_fen <> s.settled_interest_fen OR s.due_principal_fen <> s.settled_principal_fen);

-- Settlement is announced exactly when master order and sub-orders are settled.
SELECT 'settlement announced too early or not at all' AS broken_rule, l.order_no, l.status, l.split_version
FROM ledger l
WHERE (l.settled_announced = 1) <> (l.status IN ('SETTLED', 'REFUNDED') AND l.split_version > 0);

-- A suspense balance is the sum of its entries, and its entries are the excess of the events and what reversals took of it.
SELECT 'suspense balance differs from its entries' AS broken_rule, a.borrower_no, a.balance_fen
FROM suspense_account a LEFT JOIN suspense_entry e ON e.borrower_no = a.borrower_no
GROUP BY a.borrower_no, a.balance_fen
HAVING COALESCE(SUM(e.amount_fen), 0) <> a.balance_fen;

SELECT 'suspense entry without an account' AS broken_rule, e.repayment_no, e.borrower_no
FROM suspense_entry e LEFT JOIN suspense_account a ON a.borrower_no = e.borrower_no
WHERE a.borrower_no IS NULL;

SELECT 'excess of an event is not in suspense' AS broken_rule, p.repayment_no, p.suspense_fen
FROM ledger_event p LEFT JOIN suspense_entry e ON e.repayment_no = p.repayment_no AND e.kind IN ('EXCESS', 'REVERSED')
GROUP BY p.repayment_no, p.suspense_fen
HAVING COALESCE(SUM(e.amount_fen), 0) <> p.suspense_fen;

SELECT 'excess of an event is kept for another customer' AS broken_rule, e.repayment_no, e.borrower_no, l.borrower_no AS of_borrower
FROM suspense_entry e JOIN ledger_event p ON p.repayment_no = e.repayment_no JOIN ledger l ON l.order_no = p.order_no
WHERE e.borrower_no <> l.borrower_no OR e.order_no <> l.order_no;

SELECT 'row on another shard than its ledger' AS broken_rule, x.table_of, x.order_no, x.shard_key
FROM ledger l JOIN (
  SELECT 'ledger_installment' AS table_of, order_no, shard_key FROM ledger_installment
  UNION ALL SELECT 'sub_ledger', order_no, shard_key FROM sub_ledger
  UNION ALL SELECT 'sub_installment', order_no, shard_key FROM sub_installment
  UNION ALL SELECT 'ledger_event', order_no, shard_key FROM ledger_event
  UNION ALL SELECT 'ledger_event_line', order_no, shard_key FROM ledger_event_line
  UNION ALL SELECT 'split_line', order_no, shard_key FROM split_line) x ON x.order_no = l.order_no
WHERE x.shard_key <> l.shard_key;

-- A prepayment is made by events alone.
SELECT 'prepayment differs from its event lines' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment i LEFT JOIN ledger_event_line r ON r.order_no = i.order_no AND r.installment_no = i.installment_no
WHERE i.kind = 'PREPAYMENT'
GROUP BY i.order_no, i.installment_no, i.due_fee_fen, i.due_interest_fen, i.due_principal_fen
HAVING COALESCE(SUM(r.due_fee_fen), 0) <> i.due_fee_fen OR COALESCE(SUM(r.due_interest_fen), 0) <> i.due_interest_fen
  OR COALESCE(SUM(r.due_principal_fen), 0) <> i.due_principal_fen;

-- A re-plan moves principal between installments and makes none.
SELECT 'event changes the principal owed' AS broken_rule, r.order_no, r.sequence_no, SUM(r.due_principal_fen) AS change_fen
FROM ledger_event_line r
GROUP BY r.order_no, r.sequence_no
HAVING SUM(r.due_principal_fen) <> 0;
SELECT 'event changes the principal owed to an institution' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no
FROM split_line x
GROUP BY x.order_no, x.sequence_no, x.sub_order_no
HAVING SUM(x.due_principal_fen) <> 0;

-- Lines are of the kind of their event, which the checks of the tables rely on.
SELECT 'line of another kind than its event' AS broken_rule, p.order_no, p.sequence_no
FROM ledger_event p
JOIN ledger_event_line r ON r.order_no = p.order_no AND r.sequence_no = p.sequence_no
LEFT JOIN split_line x ON x.order_no = r.order_no AND x.sequence_no = r.sequence_no AND x.installment_no = r.installment_no
WHERE r.event_kind <> p.event_kind OR x.event_kind <> p.event_kind;

-- A reversal names an earlier event and takes back exactly what it settled, of the master order and of each institution.
SELECT 'reversal of no earlier event' AS broken_rule, p.order_no, p.sequence_no, p.reversed_sequence
FROM ledger_event p
LEFT JOIN ledger_event o ON o.order_no = p.order_no AND o.sequence_no = p.reversed_sequence AND o.sequence_no < p.sequence_no
  AND o.event_kind = p.reversed_kind AND o.event_kind <> 'REVERSAL' AND o.amount_fen = -p.amount_fen
WHERE p.event_kind = 'REVERSAL' AND o.order_no IS NULL;
SELECT 'reversal is not the mirror of its event' AS broken_rule, y.order_no, y.reversed_sequence, y.installment_no
FROM (
  SELECT p.order_no, p.reversed_sequence, r.installment_no, r.settled_penalty_fen, r.settled_fee_fen, r.settled_interest_fen, r.settled_principal_fen
  FROM ledger_event p JOIN ledger_event_line r ON r.order_no = p.order_no AND r.sequence_no IN (p.sequence_no, p.reversed_sequence)
  WHERE p.event_kind = 'REVERSAL') y
GROUP BY y.order_no, y.reversed_sequence, y.installment_no
HAVING SUM(y.settled_penalty_fen) <> 0 OR SUM(y.settled_fee_fen) <> 0 OR SUM(y.settled_interest_fen) <> 0 OR SUM(y.settled_principal_fen) <> 0;
SELECT 'split of a reversal is not the mirror of the split of its event' AS broken_rule, y.order_no, y.reversed_sequence, y.sub_order_no, y.installment_no
FROM (
  SELECT p.order_no, p.reversed_sequence, x.sub_order_no, x.installment_no, x.settled_penalty_fen, x.settled_fee_fen, x.settled_interest_fen, x.settled_principal_fen
  FROM ledger_event p JOIN split_line x ON x.order_no = p.order_no AND x.sequence_no IN (p.sequence_no, p.reversed_sequence)
  WHERE p.event_kind = 'REVERSAL') y
GROUP BY y.order_no, y.reversed_sequence, y.sub_order_no, y.installment_no
HAVING SUM(y.settled_penalty_fen) <> 0 OR SUM(y.settled_fee_fen) <> 0 OR SUM(y.settled_interest_fen) <> 0 OR SUM(y.settled_principal_fen) <> 0;

-- Only principal paid with money gives credit back.
SELECT 'returnable principal is not what was paid with money' AS broken_rule, l.order_no, l.returnable_principal_fen
FROM ledger l
LEFT JOIN ledger_event p ON p.order_no = l.order_no AND COALESCE(p.reversed_kind, p.event_kind) IN ('PAYMENT', 'PREPAYMENT', 'PAY_OFF', 'REFUND')
LEFT JOIN ledger_event_line r ON r.order_no = p.order_no AND r.sequence_no = p.sequence_no
GROUP BY l.order_no, l.returnable_principal_fen
HAVING COALESCE(SUM(r.settled_principal_fen), 0) <> l.returnable_principal_fen;

-- The version of the plan is the number of re-plans, and one.
SELECT 'version of the plan is not the number of its re-plans' AS broken_rule, l.order_no, l.plan_version, COUNT(p.repayment_no) AS replans
FROM ledger l LEFT JOIN ledger_event p ON p.order_no = l.order_no AND p.replan_mode IS NOT NULL
GROUP BY l.order_no, l.plan_version
HAVING COUNT(p.repayment_no) + 1 <> l.plan_version;

-- A refund of suspense money took its amount once, and gave it back once if it failed.
SELECT 'refund differs from its suspense entries' AS broken_rule, f.refund_no, f.status, f.amount_fen
FROM suspense_refund f LEFT JOIN suspense_entry e ON e.repayment_no = f.refund_no AND e.borrower_no = f.borrower_no
GROUP BY f.refund_no, f.status, f.amount_fen
HAVING COALESCE(SUM(e.amount_fen), 0) <> CASE f.status WHEN 'FAILED' THEN 0 ELSE -f.amount_fen END
  OR COUNT(e.kind) <> CASE f.status WHEN 'FAILED' THEN 2 ELSE 1 END;
SELECT 'suspense entry of no refund' AS broken_rule, e.repayment_no, e.kind
FROM suspense_entry e LEFT JOIN suspense_refund f ON f.refund_no = e.repayment_no
WHERE e.kind IN ('REFUND', 'REFUND_FAILED') AND f.refund_no IS NULL;

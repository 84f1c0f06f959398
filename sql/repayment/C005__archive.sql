-- Purpose: what the archive promises, and the daily lines against live and archived split lines. Every SELECT must return no
-- row; its first column names the rule that is broken. Reads whole tables: run it on a replica.

-- An order is in one place, with everything of it.
SELECT 'order both live and archived' AS broken_rule, l.order_no
FROM ledger l JOIN ledger_archive a ON a.order_no = l.order_no;
SELECT 'archived order with live rows' AS broken_rule, a.order_no, x.table_of
FROM ledger_archive a JOIN (
  SELECT 'ledger_installment' AS table_of, order_no FROM ledger_installment
  UNION ALL SELECT 'sub_ledger', order_no FROM sub_ledger
  UNION ALL SELECT 'sub_installment', order_no FROM sub_installment
  UNION ALL SELECT 'ledger_event', order_no FROM ledger_event
  UNION ALL SELECT 'ledger_event_line', order_no FROM ledger_event_line
  UNION ALL SELECT 'split_line', order_no FROM split_line) x ON x.order_no = a.order_no;
SELECT 'archived row without its archived order' AS broken_rule, x.order_no, x.table_of
FROM (
  SELECT 'ledger_installment_archive' AS table_of, order_no FROM ledger_installment_archive
  UNION ALL SELECT 'sub_ledger_archive', order_no FROM sub_ledger_archive
  UNION ALL SELECT 'sub_installment_archive', order_no FROM sub_installment_archive
  UNION ALL SELECT 'ledger_event_archive', order_no FROM ledger_event_archive
  UNION ALL SELECT 'ledger_event_line_archive', order_no FROM ledger_event_line_archive
  UNION ALL SELECT 'split_line_archive', order_no FROM split_line_archive) x
LEFT JOIN ledger_archive a ON a.order_no = x.order_no
WHERE a.order_no IS NULL;

-- Only what has ended is archived.
SELECT 'archived order that has not ended' AS broken_rule, a.order_no, a.status
FROM ledger_archive a
WHERE a.status = 'ACTIVE' OR a.split_sequence <> a.last_sequence;

-- A receipt is booked once, wherever its order is.
SELECT 'receipt booked on a live and an archived order' AS broken_rule, p.payment_reference, p.order_no, a.order_no AS archived_order_no
FROM ledger_event p JOIN ledger_event_archive a ON a.payment_reference = p.payment_reference;

-- In every archived cell the sub-orders add up to the master order.
SELECT 'archived sub-orders do not add up to the master order' AS broken_rule, i.order_no, i.installment_no
FROM ledger_installment_archive i
LEFT JOIN sub_installment_archive s ON s.order_no = i.order_no AND s.installment_no = i.installment_no
GROUP BY i.order_no, i.installment_no,
  i.settled_penalty_fen, i.settled_fee_fen, i.settled_interest_fen, i.settled_principal_fen
HAVING COALESCE(SUM(s.settled_penalty_fen), 0) <> i.settled_penalty_fen OR COALESCE(SUM(s.settled_fee_fen), 0) <> i.settled_fee_fen
  OR COALESCE(SUM(s.settled_interest_fen), 0) <> i.settled_interest_fen OR COALESCE(SUM(s.settled_principal_fen), 0) <> i.settled_principal_fen;

-- The daily lines of an institution are the sums of its split lines.
SELECT 'daily lines differ from the split lines' AS broken_rule, z.booking_date, z.institution_code, z.event_kind, SUM(z.split_lines) AS lines_beyond
FROM (
  SELECT y.booking_date, y.institution_code, y.event_kind, y.split_lines, y.due_penalty_fen, y.due_fee_fen, y.due_interest_fen,
    y.due_principal_fen, y.settled_penalty_fen, y.settled_fee_fen, y.settled_interest_fen, y.settled_principal_fen
  FROM institution_daily y
  UNION ALL
  SELECT x.booking_date, x.institution_code, x.event_kind, -1, -x.due_penalty_fen, -x.due_fee_fen, -x.due_interest_fen,
    -x.due_principal_fen, -x.settled_penalty_fen, -x.settled_fee_fen, -x.settled_interest_fen, -x.settled_principal_fen
  FROM split_line x
  UNION ALL
  SELECT x.booking_date, x.institution_code, x.event_kind, -1, -x.due_penalty_fen, -x.due_fee_fen, -x.due_interest_fen,
    -x.due_principal_fen, -x.settled_penalty_fen, -x.settled_fee_fen, -x.settled_interest_fen, -x.settled_principal_fen
  FROM split_line_archive x) z
JOIN institution_day i ON i.booking_date = z.booking_date AND i.institution_code = z.institution_code AND i.status = 'READY'
GROUP BY z.booking_date, z.institution_code, z.event_kind
HAVING SUM(z.split_lines) <> 0 OR SUM(z.due_penalty_fen) <> 0 OR SUM(z.due_fee_fen) <> 0 OR SUM(z.due_interest_fen) <> 0
  OR SUM(z.due_principal_fen) <> 0 OR SUM(z.settled_penalty_fen) <> 0 OR SUM(z.settled_fee_fen) <> 0
  OR SUM(z.settled_interest_fen) <> 0 OR SUM(z.settled_principal_fen) <> 0;

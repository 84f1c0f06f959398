-- Verifies the data of schema loan: every SELECT must return no row. The first column names the broken rule.
-- Read only and without locks; each statement reads one moment, so it may run beside the provider.

SELECT 'a borrower has no credit line' AS rule, b.borrower_no
  FROM borrower b LEFT JOIN credit_line c ON c.borrower_no = b.borrower_no
 WHERE c.borrower_no IS NULL;

SELECT 'a credit line has no borrower' AS rule, c.borrower_no
  FROM credit_line c LEFT JOIN borrower b ON b.borrower_no = c.borrower_no
 WHERE b.borrower_no IS NULL;

SELECT 'an order past its submission has no borrower' AS rule, o.order_no, o.borrower_no, o.status
  FROM loan_order o LEFT JOIN borrower b ON b.borrower_no = o.borrower_no
 WHERE o.status NOT IN (10, 60) AND b.borrower_no IS NULL;

SELECT 'reserved credit is not the sum of the orders that wait for their payment result' AS rule,
       c.borrower_no, c.reserved_fen, COALESCE(o.waiting_fen, 0) AS waiting_fen
  FROM credit_line c
  LEFT JOIN (SELECT borrower_no, SUM(amount_fen) AS waiting_fen FROM loan_order WHERE status IN (20, 30) GROUP BY borrower_no) o
    ON o.borrower_no = c.borrower_no
 WHERE c.reserved_fen <> COALESCE(o.waiting_fen, 0);

SELECT 'a credit line is not the sum of its moves' AS rule, c.borrower_no, c.reserved_fen, c.used_fen,
       COALESCE(f.reserved_fen, 0) AS moved_reserved_fen, COALESCE(f.used_fen, 0) AS moved_used_fen
  FROM credit_line c
  LEFT JOIN (SELECT borrower_no,
                    SUM(CASE action WHEN 'RESERVE' THEN amount_fen WHEN 'USE' THEN -amount_fen
                                    WHEN 'RELEASE' THEN -amount_fen ELSE 0 END) AS reserved_fen,
                    SUM(CASE action WHEN 'USE' THEN amount_fen WHEN 'RETAKE' THEN amount_fen
                                    WHEN 'RETURN' THEN -amount_fen ELSE 0 END) AS used_fen
               FROM credit_flow GROUP BY borrower_no) f
    ON f.borrower_no = c.borrower_no
 WHERE c.reserved_fen <> COALESCE(f.reserved_fen, 0) OR c.used_fen <> COALESCE(f.used_fen, 0);

SELECT 'an order gave back more credit than its amount, or without having been paid' AS rule,
       r.order_no, r.applied_fen, o.amount_fen, o.status
  FROM credit_return r LEFT JOIN loan_order o ON o.order_no = r.order_no
 WHERE o.order_no IS NULL OR r.applied_fen > o.amount_fen OR o.status NOT IN (40, 80, 90);

SELECT 'the principals of a plan are not the amount of its order' AS rule, o.order_no, o.amount_fen,
       SUM(p.principal_fen) AS plan_fen, COUNT(p.installment_no) AS rows_found, o.installments
  FROM loan_order o LEFT JOIN plan_installment p ON p.order_no = o.order_no AND p.plan_version = 1
 WHERE o.status NOT IN (10, 20, 60)
 GROUP BY o.order_no, o.amount_fen, o.installments
HAVING COALESCE(SUM(p.principal_fen), 0) <> o.amount_fen OR COUNT(p.installment_no) <> o.installments;

SELECT 'the balance of a plan does not fall by its principals' AS rule, p.order_no, p.installment_no,
       p.balance_after_fen, p.principal_fen
  FROM plan_installment p
  JOIN loan_order o ON o.order_no = p.order_no
  LEFT JOIN plan_installment b
    ON b.order_no = p.order_no AND b.plan_version = p.plan_version AND b.installment_no = p.installment_no - 1
 WHERE COALESCE(b.balance_after_fen, o.amount_fen) - p.principal_fen <> p.balance_after_fen
    OR (p.installment_no = o.installments AND p.balance_after_fen <> 0);

SELECT 'a plan belongs to an order that was not paid out' AS rule, p.order_no, o.status
  FROM plan_installment p LEFT JOIN loan_order o ON o.order_no = p.order_no
 WHERE o.order_no IS NULL OR o.status IN (10, 60);

SELECT 'the loan request does not say what the order says' AS rule, o.order_no, o.status, r.status AS request_status
  FROM loan_order o LEFT JOIN loan_request r ON r.order_no = o.order_no
 WHERE (o.status IN (10, 60) AND r.order_no IS NOT NULL)
    OR (o.status NOT IN (10, 60) AND r.order_no IS NULL)
    OR r.amount_fen <> o.amount_fen
    OR (o.status IN (20, 30) AND r.status <> 10)
    OR (o.status IN (40, 80, 90) AND r.status <> 20)
    OR (o.status = 50 AND r.status <> 30);

SELECT 'the last line of the state log is not the state of the order' AS rule, o.order_no, o.status, l.to_status
  FROM loan_order o
  LEFT JOIN (SELECT order_no, MAX(id) AS last_id FROM state_log GROUP BY order_no) m ON m.order_no = o.order_no
  LEFT JOIN state_log l ON l.id = m.last_id
 WHERE l.id IS NULL OR l.to_status <> o.status;

SELECT 'the number of moves in the state log is not the version of the order' AS rule, o.order_no, o.version, COUNT(l.id) AS moves
  FROM loan_order o LEFT JOIN state_log l ON l.order_no = o.order_no
 GROUP BY o.order_no, o.version
HAVING COUNT(l.id) <> o.version + 1;

-- Only of the last day: sent messages are purged some time later.
SELECT 'an active order has no message in the outbox' AS rule, l.order_no, l.created_at
  FROM state_log l LEFT JOIN mq_outbox m ON m.msg_key = CONCAT('activated-', l.order_no)
 WHERE l.from_status = 30 AND l.to_status = 40 AND l.created_at > UTC_TIMESTAMP(3) - INTERVAL 1 DAY AND m.id IS NULL;

SELECT 'an ended order has no payment number' AS rule, o.order_no, o.status
  FROM loan_order o
 WHERE o.status IN (40, 50, 80, 90) AND o.payment_no IS NULL;

SELECT 'the shard key of an order is not its gene' AS rule, o.order_no, o.shard_key
  FROM loan_order o
 WHERE o.shard_key <> CAST(RIGHT(o.order_no, 4) AS UNSIGNED) OR o.shard_key <> MOD(CRC32(o.borrower_no), 1024);

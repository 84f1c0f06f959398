-- Verifies what the archive promises, and the sums that need live and archived orders together: every SELECT must return no
-- row. Read only; run it on a replica, because it reads whole tables.

SELECT 'used credit is not the sum of the paid orders less what they gave back' AS rule,
       c.borrower_no, c.used_fen, COALESCE(o.paid_fen, 0) AS paid_fen
  FROM credit_line c
  LEFT JOIN (SELECT every.borrower_no, SUM(every.paid_fen) AS paid_fen
               FROM (SELECT p.borrower_no, p.amount_fen - COALESCE(r.applied_fen, 0) AS paid_fen
                       FROM loan_order p LEFT JOIN credit_return r ON r.order_no = p.order_no
                      WHERE p.status IN (40, 80, 90)
                     UNION ALL
                     SELECT p.borrower_no, p.amount_fen - COALESCE(r.applied_fen, 0)
                       FROM loan_order_archive p LEFT JOIN credit_return_archive r ON r.order_no = p.order_no) every
              GROUP BY every.borrower_no) o
    ON o.borrower_no = c.borrower_no
 WHERE c.used_fen <> COALESCE(o.paid_fen, 0);

SELECT 'an order is both live and archived' AS rule, o.order_no
  FROM loan_order o JOIN loan_order_archive a ON a.order_no = o.order_no;

SELECT 'an archived order has live rows' AS rule, a.order_no, x.table_of
  FROM loan_order_archive a
  JOIN (SELECT 'loan_request' AS table_of, order_no FROM loan_request
        UNION ALL SELECT 'plan_installment', order_no FROM plan_installment
        UNION ALL SELECT 'state_log', order_no FROM state_log
        UNION ALL SELECT 'credit_return', order_no FROM credit_return) x ON x.order_no = a.order_no;

SELECT 'an archived row has no archived order' AS rule, x.order_no, x.table_of
  FROM (SELECT 'loan_request_archive' AS table_of, order_no FROM loan_request_archive
        UNION ALL SELECT 'plan_installment_archive', order_no FROM plan_installment_archive
        UNION ALL SELECT 'state_log_archive', order_no FROM state_log_archive
        UNION ALL SELECT 'credit_return_archive', order_no FROM credit_return_archive) x
  LEFT JOIN loan_order_archive a ON a.order_no = x.order_no
 WHERE a.order_no IS NULL;

SELECT 'an archived order has not ended' AS rule, a.order_no, a.status
  FROM loan_order_archive a
 WHERE a.status NOT IN (80, 90);

SELECT 'the principals of an archived plan are not the amount of its order' AS rule, a.order_no, a.amount_fen, SUM(p.principal_fen) AS plan_fen
  FROM loan_order_archive a LEFT JOIN plan_installment_archive p ON p.order_no = a.order_no AND p.plan_version = 1
 GROUP BY a.order_no, a.amount_fen, a.installments
HAVING COALESCE(SUM(p.principal_fen), 0) <> a.amount_fen OR COUNT(p.installment_no) <> a.installments;

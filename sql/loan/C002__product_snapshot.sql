-- C002 checks loan: every SELECT must return no row. Reads only, may run in production.

SELECT 'every installment of an order carries the same fee' AS broken_rule, p.order_no, MIN(p.fee_fen) AS least, MAX(p.fee_fen) AS most
FROM plan_installment p
WHERE p.plan_version = 1
GROUP BY p.order_no
HAVING MIN(p.fee_fen) <> MAX(p.fee_fen);

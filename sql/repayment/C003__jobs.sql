-- Purpose: V003 made nothing that could break a rule.
SELECT 'no rule' AS broken_rule, l.order_no
FROM ledger l
WHERE l.order_no = '';

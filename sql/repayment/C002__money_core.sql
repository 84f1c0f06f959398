-- Purpose: nothing to check for V002; see C001.
SELECT 'order number is empty' AS broken_rule, order_no FROM ledger WHERE order_no = '';

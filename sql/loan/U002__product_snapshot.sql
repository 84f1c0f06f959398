-- Takes back V002: what the options of the orders were is gone. Stop loan-provider first.
ALTER TABLE loan_order
  DROP CONSTRAINT ck_loan_order_snapshot,
  DROP COLUMN product_snapshot,
  DROP CONSTRAINT ck_loan_order_plan_method,
  ADD CONSTRAINT ck_loan_order_method CHECK (method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'));

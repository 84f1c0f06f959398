-- Takes back V002: the options of all products are gone. Products of a method that V001 does not know must be removed first.
ALTER TABLE product
  DROP CONSTRAINT ck_product_options,
  DROP COLUMN options,
  DROP CONSTRAINT ck_product_repayment_method,
  ADD CONSTRAINT ck_product_method CHECK (repayment_method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL'));

-- Purpose:    an order keeps the options of its product: day count, multiples, fees, ceiling, penalty, order of settling.
-- Owner:      loan-provider, the only writer.
-- Tables:     loan_order.
-- Rows:       one value per order; orders from before have the defaults, which is how they were made.
-- Lock:       loan_order, while it is copied.
-- Downtime:   loan-provider is stopped: MySQL copies the table to check the new constraints, about a minute for each million orders.
-- Duration:   see downtime.
-- Reversible: yes, U002 drops the column; orders that use an option must not exist any more.
-- Order:      before the start of the version of loan-provider that needs it.

ALTER TABLE loan_order
  ADD COLUMN product_snapshot VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '{"dayCount":"MONTHLY","installmentMultipleFen":1,"interestOnlyInstallments":0,"installmentFeeRate":0,"aprCeiling":0.36,"penaltyBase":"PRINCIPAL","waterfall":"INSTALLMENT_FIRST","payOffFeeRate":0,"backDatingDays":0,"creditReturn":"ON_SETTLEMENT"}'
    COMMENT 'JSON of LoanOptions: what the product sets beyond its price, at submission',
  ADD CONSTRAINT ck_loan_order_snapshot CHECK (JSON_VALID(product_snapshot)),
  DROP CONSTRAINT ck_loan_order_method,
  ADD CONSTRAINT ck_loan_order_plan_method CHECK (method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'BULLET', 'FLAT'));

-- Purpose:    legs and sub-orders carry the rate of an institution that gets interest at a rate of its own.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     fund_leg, sub_order.
-- Rows:       one value per leg and sub-order; null in those of before.
-- Lock:       none: the columns are added at the end, in the dictionary only.
-- Duration:   below one second.
-- Reversible: yes, U002 drops the columns and what they hold.
-- Order:      before the start of the version of fund-router-provider that needs it.

ALTER TABLE fund_leg
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  ALGORITHM=INSTANT;
ALTER TABLE sub_order
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  ALGORITHM=INSTANT;

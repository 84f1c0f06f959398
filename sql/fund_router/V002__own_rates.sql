-- Purpose:    legs carry the rate of an institution that gets interest at a rate of its own.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     fund_leg.
-- Rows:       one value per leg; null in those of before.
-- Lock:       none: the column is added at the end, in the dictionary only.
-- Duration:   below one second.
-- Reversible: yes, U002 drops the column and what it holds.
-- Order:      before the start of the version of fund-router-provider that needs it.

ALTER TABLE fund_leg
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  ALGORITHM=INSTANT;

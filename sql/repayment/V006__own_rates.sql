-- Purpose:    sub-ledgers carry the rate of an institution that gets interest at a rate of its own.
-- Owner:      repayment-provider, the only writer; the archive scripts write the archive table.
-- Tables:     sub_ledger, sub_ledger_archive.
-- Rows:       one value per sub-ledger; null in those of before.
-- Lock:       none: the columns are added at the end, in the dictionary only.
-- Duration:   below one second.
-- Reversible: yes, U006 drops the columns and what they hold; dues that were made with them stay.
-- Order:      before the start of the version of repayment-provider that needs it, and before the next archive run.

ALTER TABLE sub_ledger
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  ALGORITHM=INSTANT;
ALTER TABLE sub_ledger_archive
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  ALGORITHM=INSTANT;

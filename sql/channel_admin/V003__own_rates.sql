-- Purpose:    an institution of a ratio scheme may get interest at a rate of its own instead of its part of the borrower's.
-- Owner:      channel-admin-provider, the only writer.
-- Tables:     ratio_share.
-- Rows:       one value per share; hundreds.
-- Lock:       none: the column is added at the end, in the dictionary only.
-- Duration:   below one second.
-- Reversible: yes, U003 drops the column and what it holds.
-- Order:      before the start of the version of channel-admin-provider that needs it.

ALTER TABLE ratio_share
  ADD COLUMN own_annual_rate DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s, always so for the lead',
  ALGORITHM=INSTANT;

-- Purpose:    institutions are told of what kind an event is that settled their part, so that their files name it.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     repayment_notice.
-- Rows:       one value per notice; PAYMENT in those of before.
-- Lock:       none: the column is added at the end, in the dictionary only.
-- Duration:   below one second.
-- Reversible: yes, U011 drops the column.
-- Order:      before the start of the version of fund-router-provider that needs it.

ALTER TABLE repayment_notice
  ADD COLUMN event_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PAYMENT'
    COMMENT 'kind of the event, such as PAYMENT or REVERSAL',
  ALGORITHM=INSTANT;

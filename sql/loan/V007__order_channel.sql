-- V007 the channel of an order
--
-- purpose      orders carry the channel that the borrower came by
-- owner        loan-provider; the archive scripts write the archive table
-- tables       loan_order, loan_order_archive
-- rows         one value per order; null in those of before and in orders without a channel
-- algorithm    INSTANT: the columns are added at the end, in the dictionary only
-- duration     under a second
-- reversible   yes, U007; it loses the channels of orders
-- order        before the version of loan-provider that needs it, and before the next archive run

ALTER TABLE loan_order
  ADD COLUMN channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'channel the borrower came by, null for none',
  ALGORITHM=INSTANT;
ALTER TABLE loan_order_archive
  ADD COLUMN channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'channel the borrower came by, null for none',
  ALGORITHM=INSTANT;

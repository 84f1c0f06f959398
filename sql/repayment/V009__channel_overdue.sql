-- V009 what is overdue by channel
--
-- purpose      what is overdue on the orders of a channel at the end of each business day, beside what the channel brought
-- owner        repayment-provider, the only writer; the archive scripts write the archive table
-- tables       ledger, ledger_archive (one column each); channel_overdue_day
-- rows         one value per ledger, null in those of before; one row for each channel and day with something overdue
-- algorithm    INSTANT: the columns are added at the end, in the dictionary only; CREATE TABLE
-- duration     under a second
-- reversible   yes, U009; it loses the channels of ledgers and the sums, and snapshots are not taken again for days that are over
-- order        before the version of repayment-provider that needs it, and before the next archive run

ALTER TABLE ledger
  ADD COLUMN channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'channel the borrower came by, null for none; for reports alone',
  ALGORITHM=INSTANT;
ALTER TABLE ledger_archive
  ADD COLUMN channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'channel the borrower came by, null for none; for reports alone',
  ALGORITHM=INSTANT;

CREATE TABLE channel_overdue_day (
  channel_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'channel, (none) for orders without one',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, day at whose end it was so',
  order_count   BIGINT NOT NULL COMMENT 'orders with an overdue installment',
  overdue_fen   BIGINT NOT NULL COMMENT 'open on those installments in fen, penalty included',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (channel_code, business_date),
  KEY idx_channel_overdue_day (business_date, channel_code),
  CONSTRAINT ck_channel_overdue_day CHECK (order_count > 0 AND overdue_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what is overdue by channel at the end of a business day, summed up while penalty_snapshot is taken';

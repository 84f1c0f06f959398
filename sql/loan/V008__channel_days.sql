-- V008 orders of a day by channel
--
-- purpose      what channels brought, counted by the job channel-days
-- owner        loan-provider
-- tables       channel_day
-- rows         one for each channel and day with an order: a thousand channels make 365,000 a year
-- algorithm    CREATE TABLE only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U008; the job counts the last days again
-- order        before the version of loan-provider that needs it

CREATE TABLE channel_day (
  channel_code    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'channel, (none) for orders without one',
  business_date   DATE NOT NULL COMMENT 'Asia/Shanghai, day on which the orders were submitted',
  submitted_count BIGINT NOT NULL COMMENT 'orders submitted',
  submitted_fen   BIGINT NOT NULL COMMENT 'their amounts in fen',
  lent_count      BIGINT NOT NULL COMMENT 'of them paid out with a loan, also if settled or refunded since',
  lent_fen        BIGINT NOT NULL COMMENT 'the amounts of those in fen',
  failed_count    BIGINT NOT NULL COMMENT 'of them failed or closed',
  counted_at      DATETIME(3) NOT NULL COMMENT 'UTC, when it was counted last',
  created_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (channel_code, business_date),
  KEY idx_business_date (business_date, channel_code),
  CONSTRAINT ck_channel_day_counts CHECK (submitted_count > 0 AND lent_count >= 0 AND failed_count >= 0 AND lent_count + failed_count <= submitted_count),
  CONSTRAINT ck_channel_day_fen CHECK (lent_fen >= 0 AND lent_fen <= submitted_fen)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='orders of a day by channel, as counted last';

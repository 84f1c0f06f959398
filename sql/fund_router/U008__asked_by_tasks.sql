-- Purpose: undo V008 as long as nothing is being taken back. Stop fund-router-provider first. The statements take those of V008 back from
-- the last to the first.
CREATE TABLE IF NOT EXISTS sandbox_institution_setting (
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order, or * for every other order',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sandbox institution',
  answer           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACCEPT, REFUSE, LATE (processing first) or LOST (booked, but the answer never arrives)',
  processing_times SMALLINT UNSIGNED NOT NULL COMMENT 'LATE and LOST: how many queries are answered with processing',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, institution_code),
  CONSTRAINT ck_sandbox_setting_answer CHECK (answer IN ('ACCEPT', 'REFUSE', 'LATE', 'LOST'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how the sandbox institutions answer; development only';

CREATE TABLE IF NOT EXISTS sandbox_institution_request (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sandbox institution',
  request_no       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the request',
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  amount_fen       BIGINT NOT NULL COMMENT 'amount asked for in fen',
  status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PROCESSING, ACCEPTED or REFUSED',
  processing_left  SMALLINT UNSIGNED NOT NULL COMMENT 'how many queries are still answered with processing',
  submits          SMALLINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'how often it was sent',
  queries          SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it was asked for',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code, request_no),
  KEY idx_order (order_no),
  CONSTRAINT ck_sandbox_request_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_sandbox_request_status CHECK (status IN ('PROCESSING', 'ACCEPTED', 'REFUSED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what the sandbox institutions have on their books; development only';

ALTER TABLE fund_leg_archive
  ADD COLUMN query_attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often the result was asked for' AFTER status;
ALTER TABLE fund_leg
  ADD COLUMN query_attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often the result was asked for' AFTER status,
  DROP CONSTRAINT ck_fund_leg_status,
  ADD CONSTRAINT ck_fund_leg_status CHECK (status IN ('INIT', 'SENT', 'ACCEPTED', 'REJECTED', 'CANCELLED'));

-- Purpose:    archive tables of settled orders: the same columns as the tables they take rows from, and when a row came.
-- Owner:      loan-provider reads them; only the archive scripts write them.
-- Tables:     loan_order_archive, loan_request_archive, plan_installment_archive, state_log_archive, credit_return_archive.
-- Rows:       those of every archived order, for ever; nothing is changed in them.
-- Lock:       none, new tables only.
-- Duration:   below one second.
-- Reversible: yes, U003 drops them; refused without --drop-data once something is archived, because it is nowhere else.
-- Order:      before the release that reads archived orders, and before the first archive run.

CREATE TABLE state_log_archive (
  id          BIGINT UNSIGNED NOT NULL COMMENT 'insert order',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key   SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  from_status TINYINT UNSIGNED NOT NULL COMMENT 'state before, 0 for the creation',
  to_status   TINYINT UNSIGNED NOT NULL COMMENT 'state after',
  cause       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SUBMIT, LOAN_OUT, PAYMENT_CALLBACK, PAYMENT_QUERY, SETTLED',
  reference   VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the request, payment or message behind it',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, time of the move',
  archived_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (id),
  KEY idx_order (order_no, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: every move of a master order';

CREATE TABLE plan_installment_archive (
  order_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  plan_version      INT NOT NULL COMMENT '1: the plan as issued; later versions belong to repayment-provider',
  installment_no    SMALLINT NOT NULL COMMENT '1, 2, ...',
  shard_key         SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  due_date          DATE NOT NULL COMMENT 'last day to pay without penalty, Asia/Shanghai',
  principal_fen     BIGINT NOT NULL COMMENT 'principal in fen',
  interest_fen      BIGINT NOT NULL COMMENT 'interest in fen',
  fee_fen           BIGINT NOT NULL DEFAULT 0 COMMENT 'fee in fen',
  balance_after_fen BIGINT NOT NULL COMMENT 'principal still owed afterwards, in fen',
  created_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  archived_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no, plan_version, installment_no),
  CONSTRAINT ck_plan_installment_archive_no CHECK (installment_no >= 1),
  CONSTRAINT ck_plan_installment_archive_parts CHECK (principal_fen >= 0 AND interest_fen >= 0 AND fee_fen >= 0),
  CONSTRAINT ck_plan_installment_archive_balance CHECK (balance_after_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: repayment plan as issued with the loan out';

CREATE TABLE loan_request_archive (
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order, one request each',
  shard_key   SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  request_no  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the loan-out command',
  amount_fen  BIGINT NOT NULL COMMENT 'credit reserved for it, in fen',
  status      TINYINT UNSIGNED NOT NULL COMMENT '10 reserved, 20 confirmed, 30 released',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  archived_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_loan_request_archive_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_loan_request_archive_status CHECK (status IN (10, 20, 30))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: the request to pay an order with a loan';

CREATE TABLE credit_return_archive (
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key        SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  applied_sequence BIGINT NOT NULL COMMENT 'ledger sequence of the last message that was applied',
  applied_fen      BIGINT NOT NULL COMMENT 'principal given back to the credit line so far, in fen',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  archived_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_credit_return_archive_sequence CHECK (applied_sequence >= 1),
  CONSTRAINT ck_credit_return_archive_applied CHECK (applied_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: how much credit an order gave back, by cumulative messages';

CREATE TABLE loan_order_archive (
  order_no           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'yyMMdd, 12 digits, 4 digits of shard gene',
  shard_key          SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  borrower_no        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who borrows; may be activated after the submission',
  product_code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  scheme_code        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ratio scheme asked for, null lets the product decide',
  annual_rate        DECIMAL(12,10) NOT NULL COMMENT 'product at submission: yearly interest as a fraction',
  method             VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product at submission: EQUAL_INSTALLMENT, EQUAL_PRINCIPAL',
  rounding           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product at submission: HALF_UP, HALF_EVEN',
  penalty_daily_rate DECIMAL(12,10) NOT NULL COMMENT 'product at submission: penalty per day on overdue principal, as a fraction',
  penalty_grace_days SMALLINT NOT NULL COMMENT 'product at submission: days of grace after the due date',
  amount_fen         BIGINT NOT NULL COMMENT 'loan amount in fen',
  installments       SMALLINT NOT NULL COMMENT 'number of monthly installments',
  status             TINYINT UNSIGNED NOT NULL COMMENT '10 init, 20 loan out pending, 30 loan out ok, 40 active, 50 failed, 60 closed, 80 refunded, 90 settled',
  version            BIGINT NOT NULL DEFAULT 0 COMMENT 'rises with every move',
  start_date         DATE NULL COMMENT 'business date (Asia/Shanghai) from which interest runs, null before the loan out',
  payment_no         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'number of the payment that ended the waiting',
  next_query_at      DATETIME(3) NULL COMMENT 'UTC, when the payment system is asked next; only in status 30',
  query_attempts     SMALLINT NOT NULL DEFAULT 0 COMMENT 'how often the payment system was asked without a result',
  unknown_since      DATETIME(3) NULL COMMENT 'UTC, when it was asked without a result for the first time',
  created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  product_snapshot   VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '{"dayCount":"MONTHLY","installmentMultipleFen":1,"interestOnlyInstallments":0,"installmentFeeRate":0,"aprCeiling":0.36,"penaltyBase":"PRINCIPAL","waterfall":"INSTALLMENT_FIRST","payOffFeeRate":0,"backDatingDays":0,"creditReturn":"ON_SETTLEMENT"}' COMMENT 'JSON of LoanOptions: what the product sets beyond its price, at submission',
  archived_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no),
  KEY idx_borrower (borrower_no, status),
  CONSTRAINT ck_loan_order_archive_shard_key CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_loan_order_archive_rate CHECK (annual_rate >= 0 AND penalty_daily_rate >= 0),
  CONSTRAINT ck_loan_order_archive_rounding CHECK (rounding IN ('HALF_UP', 'HALF_EVEN')),
  CONSTRAINT ck_loan_order_archive_grace CHECK (penalty_grace_days >= 0),
  CONSTRAINT ck_loan_order_archive_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_loan_order_archive_installments CHECK (installments BETWEEN 1 AND 120),
  CONSTRAINT ck_loan_order_archive_status CHECK (status IN (10, 20, 30, 40, 50, 60, 80, 90)),
  CONSTRAINT ck_loan_order_archive_start CHECK (status IN (10, 20, 60) OR start_date IS NOT NULL),
  CONSTRAINT ck_loan_order_archive_query CHECK ((status = 30) = (next_query_at IS NOT NULL)),
  CONSTRAINT ck_loan_order_archive_snapshot CHECK (JSON_VALID(product_snapshot)),
  CONSTRAINT ck_loan_order_archive_plan_method CHECK (method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'BULLET', 'FLAT'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: master orders';

-- Purpose:   borrowers, credit lines, master orders and their plans as issued; first version of the schema
-- Owner:     loan-provider (the only writer)
-- Tables:    borrower, credit_line, credit_flow, loan_order, loan_request, plan_installment, state_log,
--            payment_discrepancy, credit_return, sandbox_payment; then the tables that every schema carries
-- Rows:      new tables, empty
-- Algorithm: CREATE TABLE, no lock on anything that exists
-- Duration:  under a second
-- Reversible: yes, U001 drops everything (and all data)
-- Order:     before the first start of loan-provider

CREATE TABLE borrower (
  borrower_no    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'stable number of the customer, given by the caller',
  shard_key      SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  status         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE',
  key_id         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which configured key made identity_cipher',
  identity_cipher VARBINARY(1024) NOT NULL COMMENT 'name, ID number, mobile, card: 12 bytes IV, then AES-256-GCM with tag; bound to borrower_no',
  id_blind_index CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HMAC-SHA256 of the ID number, hex: one person is one borrower',
  masked_name    VARCHAR(64)  NOT NULL COMMENT 'first character and asterisks',
  masked_id_number VARCHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'first three and last two characters',
  masked_mobile  VARCHAR(11)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'first three and last two digits',
  masked_card_number VARCHAR(19) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'last four digits',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (borrower_no),
  UNIQUE KEY uk_id_blind_index (id_blind_index),
  KEY idx_key_id (key_id),
  CONSTRAINT ck_borrower_status CHECK (status IN ('ACTIVE')),
  CONSTRAINT ck_borrower_shard_key CHECK (shard_key BETWEEN 0 AND 1023)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people who may borrow; identity only encrypted';

CREATE TABLE credit_line (
  borrower_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose line',
  shard_key    SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  limit_fen    BIGINT NOT NULL COMMENT 'limit in fen',
  reserved_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'reserved by orders that wait for their payment result, in fen',
  used_fen     BIGINT NOT NULL DEFAULT 0 COMMENT 'used by paid orders less what was given back, in fen; limit - reserved - used may go below 0 after a reversal',
  version      BIGINT NOT NULL DEFAULT 0 COMMENT 'rises with every change',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (borrower_no),
  CONSTRAINT ck_credit_line_limit CHECK (limit_fen >= 0),
  CONSTRAINT ck_credit_line_reserved CHECK (reserved_fen >= 0),
  CONSTRAINT ck_credit_line_used CHECK (used_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='credit line of a borrower';

CREATE TABLE credit_flow (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  borrower_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose line',
  shard_key   SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order behind the move',
  biz_no      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'order number; for RETURN and RETAKE order number, hyphen, ledger sequence',
  action      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RESERVE, USE (reserved to used), RELEASE, RETURN (less used), RETAKE (more used)',
  amount_fen  BIGINT NOT NULL COMMENT 'moved amount in fen',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_biz_action (biz_no, action),
  KEY idx_borrower (borrower_no, id),
  CONSTRAINT ck_credit_flow_action CHECK (action IN ('RESERVE', 'USE', 'RELEASE', 'RETURN', 'RETAKE')),
  CONSTRAINT ck_credit_flow_amount CHECK (amount_fen > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every move of a credit line, once';

CREATE TABLE loan_order (
  order_no     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'yyMMdd, 12 digits, 4 digits of shard gene',
  shard_key    SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  borrower_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who borrows; may be activated after the submission',
  product_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  scheme_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ratio scheme asked for, null lets the product decide',
  annual_rate  DECIMAL(12,10) NOT NULL COMMENT 'product at submission: yearly interest as a fraction',
  method       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product at submission: EQUAL_INSTALLMENT, EQUAL_PRINCIPAL',
  rounding     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product at submission: HALF_UP, HALF_EVEN',
  penalty_daily_rate DECIMAL(12,10) NOT NULL COMMENT 'product at submission: penalty per day on overdue principal, as a fraction',
  penalty_grace_days SMALLINT NOT NULL COMMENT 'product at submission: days of grace after the due date',
  amount_fen   BIGINT NOT NULL COMMENT 'loan amount in fen',
  installments SMALLINT NOT NULL COMMENT 'number of monthly installments',
  status       TINYINT UNSIGNED NOT NULL COMMENT '10 init, 20 loan out pending, 30 loan out ok, 40 active, 50 failed, 60 closed, 80 refunded, 90 settled',
  version      BIGINT NOT NULL DEFAULT 0 COMMENT 'rises with every move',
  start_date   DATE NULL COMMENT 'business date (Asia/Shanghai) from which interest runs, null before the loan out',
  payment_no   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'number of the payment that ended the waiting',
  next_query_at DATETIME(3) NULL COMMENT 'UTC, when the payment system is asked next; only in status 30',
  query_attempts SMALLINT NOT NULL DEFAULT 0 COMMENT 'how often the payment system was asked without a result',
  unknown_since DATETIME(3) NULL COMMENT 'UTC, when it was asked without a result for the first time',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  KEY idx_borrower (borrower_no, status),
  KEY idx_query (status, next_query_at),
  CONSTRAINT ck_loan_order_shard_key CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_loan_order_rate CHECK (annual_rate >= 0 AND penalty_daily_rate >= 0),
  CONSTRAINT ck_loan_order_method CHECK (method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL')),
  CONSTRAINT ck_loan_order_rounding CHECK (rounding IN ('HALF_UP', 'HALF_EVEN')),
  CONSTRAINT ck_loan_order_grace CHECK (penalty_grace_days >= 0),
  CONSTRAINT ck_loan_order_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_loan_order_installments CHECK (installments BETWEEN 1 AND 120),
  CONSTRAINT ck_loan_order_status CHECK (status IN (10, 20, 30, 40, 50, 60, 80, 90)),
  CONSTRAINT ck_loan_order_start CHECK (status IN (10, 20, 60) OR start_date IS NOT NULL),
  CONSTRAINT ck_loan_order_query CHECK ((status = 30) = (next_query_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='master orders';

CREATE TABLE loan_request (
  order_no   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order, one request each',
  shard_key  SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  request_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the loan-out command',
  amount_fen BIGINT NOT NULL COMMENT 'credit reserved for it, in fen',
  status     TINYINT UNSIGNED NOT NULL COMMENT '10 reserved, 20 confirmed, 30 released',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_loan_request_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_loan_request_status CHECK (status IN (10, 20, 30))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='the request to pay an order with a loan';

CREATE TABLE plan_installment (
  order_no       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  plan_version   INT NOT NULL COMMENT '1: the plan as issued; later versions belong to repayment-provider',
  installment_no SMALLINT NOT NULL COMMENT '1, 2, ...',
  shard_key      SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  due_date       DATE NOT NULL COMMENT 'last day to pay without penalty, Asia/Shanghai',
  principal_fen  BIGINT NOT NULL COMMENT 'principal in fen',
  interest_fen   BIGINT NOT NULL COMMENT 'interest in fen',
  fee_fen        BIGINT NOT NULL DEFAULT 0 COMMENT 'fee in fen',
  balance_after_fen BIGINT NOT NULL COMMENT 'principal still owed afterwards, in fen',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, plan_version, installment_no),
  CONSTRAINT ck_plan_installment_no CHECK (installment_no >= 1),
  CONSTRAINT ck_plan_installment_parts CHECK (principal_fen >= 0 AND interest_fen >= 0 AND fee_fen >= 0),
  CONSTRAINT ck_plan_installment_balance CHECK (balance_after_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='repayment plan as issued with the loan out';

CREATE TABLE state_log (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key   SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  from_status TINYINT UNSIGNED NOT NULL COMMENT 'state before, 0 for the creation',
  to_status   TINYINT UNSIGNED NOT NULL COMMENT 'state after',
  cause       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SUBMIT, LOAN_OUT, PAYMENT_CALLBACK, PAYMENT_QUERY, SETTLED',
  reference   VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the request, payment or message behind it',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, time of the move',
  PRIMARY KEY (id),
  KEY idx_order (order_no, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every move of a master order';

CREATE TABLE payment_discrepancy (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  order_no     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key    SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  reason       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CONTRADICTS: the order ended otherwise; SECOND_PAYMENT: paid by another payment; AMOUNT: told by a query with another amount',
  payment_no   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'payment that was reported',
  result       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'reported result: SUCCESS, FAILED',
  amount_fen   BIGINT NOT NULL COMMENT 'reported amount in fen',
  order_status TINYINT UNSIGNED NOT NULL COMMENT 'state of the order when it was reported first',
  order_payment_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'payment that ended the order',
  times_seen   INT NOT NULL DEFAULT 1 COMMENT 'how often it was reported',
  status       TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0 open, 1 resolved',
  resolved_by  VARCHAR(64) NULL COMMENT 'operator',
  resolved_at  DATETIME(3) NULL COMMENT 'UTC',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_report (order_no, payment_no, result, amount_fen),
  KEY idx_status (status, created_at),
  CONSTRAINT ck_payment_discrepancy_reason CHECK (reason IN ('CONTRADICTS', 'SECOND_PAYMENT', 'AMOUNT')),
  CONSTRAINT ck_payment_discrepancy_result CHECK (result IN ('SUCCESS', 'FAILED')),
  CONSTRAINT ck_payment_discrepancy_status CHECK (status IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='payment results that a person has to look at';

CREATE TABLE credit_return (
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key   SMALLINT NOT NULL COMMENT 'CRC32 of the borrower number mod 1024',
  applied_sequence BIGINT NOT NULL COMMENT 'ledger sequence of the last message that was applied',
  applied_fen BIGINT NOT NULL COMMENT 'principal given back to the credit line so far, in fen',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_credit_return_sequence CHECK (applied_sequence >= 1),
  CONSTRAINT ck_credit_return_applied CHECK (applied_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how much credit an order gave back, by cumulative messages';

CREATE TABLE sandbox_payment (
  order_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  answer        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SUCCESS, FAILED, UNKNOWN, LOST',
  unknown_times INT NOT NULL COMMENT 'how often it still answers UNKNOWN first',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_sandbox_payment_answer CHECK (answer IN ('SUCCESS', 'FAILED', 'UNKNOWN', 'LOST')),
  CONSTRAINT ck_sandbox_payment_times CHECK (unknown_times >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='development: answers of the sandbox payment system; empty in production';

-- The tables that every schema carries for support.outbox, support.consume, support.idempotency, support.order, support.time.
-- Copy this block verbatim to the end of sql/<schema>/V001__*.sql (each schema owns its copy).
CREATE TABLE mq_outbox (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  msg_key       VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business key, what consumers dedupe by',
  msg_type      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'message type, names its settings',
  topic         VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RocketMQ topic',
  tag           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'RocketMQ tag',
  order_key     VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'not null: messages of one key keep their order',
  headers       VARCHAR(2000) NULL COMMENT 'flat JSON: traceparent and the like',
  body          MEDIUMBLOB NOT NULL COMMENT 'JSON, UTF-8',
  delay_ms      INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'delivery delay in milliseconds',
  expire_at     DATETIME(3) NULL COMMENT 'UTC, after this it is not sent any more',
  status        TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0 pending, 2 sent, 3 dead, 4 expired, 5 cancelled',
  attempts      SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'failures of this message itself, outages not counted',
  max_attempts  SMALLINT UNSIGNED NOT NULL DEFAULT 16 COMMENT 'dead after so many',
  next_at       DATETIME(3) NOT NULL COMMENT 'UTC, not claimed before this time',
  claimed_by    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'instance that claimed it last',
  broker_msg_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'message id of the broker',
  last_error    VARCHAR(500) NULL COMMENT 'why the last attempt failed',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  sent_at       DATETIME(3) NULL COMMENT 'UTC, when the broker took it',
  PRIMARY KEY (id),
  UNIQUE KEY uk_msg_key (msg_key),
  KEY idx_due (status, next_at, id),
  KEY idx_order (order_key, status, id),
  CONSTRAINT ck_mq_outbox_status CHECK (status IN (0, 2, 3, 4, 5))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='messages written in the business transaction (outbox)';

CREATE TABLE mq_consume_log (
  consumer_group VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who consumed',
  msg_key        VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business key of the message',
  body_hash      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the body, hex',
  consumed_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (consumer_group, msg_key),
  KEY idx_consumed_at (consumed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='messages whose effect is committed (inbox)';

CREATE TABLE mq_dead_letter (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  source         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OUTBOX or CONSUMER',
  consumer_group VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'for CONSUMER: who could not consume',
  topic          VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RocketMQ topic',
  tag            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'RocketMQ tag',
  msg_key        VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business key of the message',
  reason         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'UNREADABLE, REFUSED, BODY_CHANGED, ATTEMPTS',
  detail         VARCHAR(1000) NULL COMMENT 'what went wrong',
  body           MEDIUMBLOB NOT NULL COMMENT 'as received',
  status         TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0 open, 1 replayed, 2 given up',
  resolved_by    VARCHAR(64) NULL COMMENT 'operator',
  resolved_at    DATETIME(3) NULL COMMENT 'UTC',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_source (source, consumer_group, msg_key),
  KEY idx_status (status, created_at),
  CONSTRAINT ck_mq_dead_letter_source CHECK (source IN ('OUTBOX', 'CONSUMER')),
  CONSTRAINT ck_mq_dead_letter_status CHECK (status IN (0, 1, 2))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='messages that need a person';

CREATE TABLE idempotent_command (
  caller     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Dubbo application name of the caller',
  operation  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Service.method',
  request_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number given by the caller',
  body_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the request as JSON, hex',
  answer     MEDIUMTEXT NULL COMMENT 'the stored answer as JSON, set before the transaction commits',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (caller, operation, request_no),
  KEY idx_created_at (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='commands done, with their answers';

CREATE TABLE number_segment (
  name       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which sequence',
  next_value BIGINT NOT NULL COMMENT 'first number not yet handed out',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (name),
  CONSTRAINT ck_number_segment_next CHECK (next_value > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='sequences handed out in segments';

CREATE TABLE business_calendar (
  id            TINYINT UNSIGNED NOT NULL COMMENT 'always 1',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, what today is taken for',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  CONSTRAINT ck_business_calendar_id CHECK (id = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a business date set for tests; empty and unread in production';

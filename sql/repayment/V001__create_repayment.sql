-- Purpose:    the repayment ledger: due and settled per installment and component, of master orders and sub-orders,
--             and every event that moved them.
-- Owner:      repayment-provider, the only writer.
-- Tables:     ledger, ledger_installment, sub_ledger, sub_installment, repayment, repayment_line, split_line,
--             suspense_account, suspense_entry; mq_outbox, mq_consume_log, mq_dead_letter, idempotent_command,
--             number_segment, business_calendar.
-- Rows:       per order 1 ledger, n installments, m sub-ledgers, n x m sub-installments; per repayment 1 row, one line per
--             installment it touches, m split lines per line.
-- Lock:       none, new tables only.
-- Duration:   below one second.
-- Reversible: yes, U001 drops everything made here.
-- Order:      before the first start of repayment-provider.

CREATE TABLE ledger (
  order_no           CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key          SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  borrower_no        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'borrower',
  status             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE while something is open, then SETTLED',
  principal_fen      BIGINT NOT NULL COMMENT 'loan amount',
  start_date         DATE NOT NULL COMMENT 'Asia/Shanghai, day from which interest runs',
  plan_version       INT NOT NULL COMMENT 'version of the current plan',
  penalty_daily_rate DECIMAL(18,12) NOT NULL COMMENT 'penalty per day on overdue principal, as a fraction',
  penalty_grace_days SMALLINT NOT NULL COMMENT 'days after the due date within which clearing costs no penalty',
  rounding           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HALF_UP or HALF_EVEN',
  ledger_version     BIGINT NOT NULL COMMENT 'rises by one with every event; quotes hold for one version',
  last_sequence      BIGINT NOT NULL COMMENT 'sequence of the last event, 0 before the first',
  split_sequence     BIGINT NOT NULL COMMENT 'sequence of the last event that is split to the sub-orders',
  split_version      INT NOT NULL COMMENT '0 while the sub-orders do not exist, then 1',
  value_date         DATE NOT NULL COMMENT 'Asia/Shanghai, latest value date of an event',
  settled_sequence   BIGINT NULL COMMENT 'sequence of the event that left nothing open',
  settled_on         DATE NULL COMMENT 'Asia/Shanghai, value date of that event',
  settled_announced  TINYINT NOT NULL COMMENT '1 once MasterOrderSettled is written',
  created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  KEY idx_ledger_borrower (borrower_no),
  CONSTRAINT ck_ledger_status CHECK (status IN ('ACTIVE', 'SETTLED')),
  CONSTRAINT ck_ledger_settled CHECK ((status = 'SETTLED') = (settled_sequence IS NOT NULL AND settled_on IS NOT NULL)),
  CONSTRAINT ck_ledger_principal CHECK (principal_fen > 0),
  CONSTRAINT ck_ledger_penalty CHECK (penalty_daily_rate >= 0 AND penalty_grace_days >= 0),
  CONSTRAINT ck_ledger_rounding CHECK (rounding IN ('HALF_UP', 'HALF_EVEN')),
  CONSTRAINT ck_ledger_sequence CHECK (split_sequence >= 0 AND split_sequence <= last_sequence),
  CONSTRAINT ck_ledger_announced CHECK (settled_announced IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='head of the repayment ledger of one master order; every writer locks this row first';

CREATE TABLE ledger_installment (
  order_no              CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  installment_no        INT NOT NULL COMMENT '1, 2, ...; never reused',
  shard_key             SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  due_date              DATE NOT NULL COMMENT 'Asia/Shanghai, last day to pay without penalty',
  due_penalty_fen       BIGINT NOT NULL COMMENT 'penalty due in all',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled',
  due_fee_fen           BIGINT NOT NULL COMMENT 'fee due in all',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled',
  due_interest_fen      BIGINT NOT NULL COMMENT 'interest due in all',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled',
  due_principal_fen     BIGINT NOT NULL COMMENT 'principal due in all',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled',
  penalty_fen_days      BIGINT NOT NULL COMMENT 'sum of open principal times days from the due date to penalty_since',
  penalty_since         DATE NOT NULL COMMENT 'Asia/Shanghai, last change of the open principal, at first the due date',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, installment_no),
  CONSTRAINT ck_ledger_installment_penalty CHECK (settled_penalty_fen >= 0 AND settled_penalty_fen <= due_penalty_fen),
  CONSTRAINT ck_ledger_installment_fee CHECK (settled_fee_fen >= 0 AND settled_fee_fen <= due_fee_fen),
  CONSTRAINT ck_ledger_installment_interest CHECK (settled_interest_fen >= 0 AND settled_interest_fen <= due_interest_fen),
  CONSTRAINT ck_ledger_installment_principal CHECK (settled_principal_fen >= 0 AND settled_principal_fen <= due_principal_fen),
  CONSTRAINT ck_ledger_installment_since CHECK (penalty_fen_days >= 0 AND penalty_since >= due_date)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what is due and settled of each installment of a master order';

CREATE TABLE sub_ledger (
  sub_order_no     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sub-order',
  order_no         CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key        SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  seat             INT NOT NULL COMMENT 'place in the stored order of institutions, on which the split depends',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who funds',
  is_lead          TINYINT NOT NULL COMMENT '1 for the funder of last resort',
  weight           BIGINT NOT NULL COMMENT 'weight of the split',
  contribution_fen BIGINT NOT NULL COMMENT 'part of the principal',
  status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SETTLED together with the master order',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (sub_order_no),
  UNIQUE KEY uk_sub_ledger_seat (order_no, seat),
  KEY idx_sub_ledger_institution (institution_code, status),
  CONSTRAINT ck_sub_ledger_status CHECK (status IN ('ACTIVE', 'SETTLED')),
  CONSTRAINT ck_sub_ledger_weight CHECK (weight > 0 AND contribution_fen > 0),
  CONSTRAINT ck_sub_ledger_lead CHECK (is_lead IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='the ledger of one sub-order: one institution of a master order';

CREATE TABLE sub_installment (
  sub_order_no          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sub-order',
  installment_no        INT NOT NULL COMMENT 'as in ledger_installment',
  order_no              CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key             SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  seat                  INT NOT NULL COMMENT 'as in sub_ledger',
  due_date              DATE NOT NULL COMMENT 'Asia/Shanghai, as in ledger_installment',
  due_penalty_fen       BIGINT NOT NULL COMMENT 'penalty due in all',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled',
  due_fee_fen           BIGINT NOT NULL COMMENT 'fee due in all',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled',
  due_interest_fen      BIGINT NOT NULL COMMENT 'interest due in all',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled',
  due_principal_fen     BIGINT NOT NULL COMMENT 'principal due in all',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (sub_order_no, installment_no),
  KEY idx_sub_installment_order (order_no, installment_no),
  CONSTRAINT ck_sub_installment_penalty CHECK (settled_penalty_fen >= 0 AND settled_penalty_fen <= due_penalty_fen),
  CONSTRAINT ck_sub_installment_fee CHECK (settled_fee_fen >= 0 AND settled_fee_fen <= due_fee_fen),
  CONSTRAINT ck_sub_installment_interest CHECK (settled_interest_fen >= 0 AND settled_interest_fen <= due_interest_fen),
  CONSTRAINT ck_sub_installment_principal CHECK (settled_principal_fen >= 0 AND settled_principal_fen <= due_principal_fen)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what is due and settled of each installment of a sub-order';

CREATE TABLE repayment (
  repayment_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the repayment',
  order_no          CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key         SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  sequence_no       BIGINT NOT NULL COMMENT 'place among the events of the ledger',
  payment_reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'receipt in the payment system, booked once',
  amount_fen        BIGINT NOT NULL COMMENT 'received',
  applied_fen       BIGINT NOT NULL COMMENT 'settled dues',
  suspense_fen      BIGINT NOT NULL COMMENT 'beyond everything owed, kept for the customer',
  value_date        DATE NOT NULL COMMENT 'Asia/Shanghai, day for which it counts',
  booking_date      DATE NOT NULL COMMENT 'Asia/Shanghai, business day of the booking, used by reports',
  caller            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Dubbo application that sent it',
  request_no        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'request number of that caller',
  created_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (repayment_no),
  UNIQUE KEY uk_repayment_sequence (order_no, sequence_no),
  UNIQUE KEY uk_repayment_receipt (payment_reference),
  KEY idx_repayment_booking (booking_date),
  CONSTRAINT ck_repayment_amount CHECK (amount_fen > 0 AND applied_fen >= 0 AND suspense_fen >= 0
    AND amount_fen = applied_fen + suspense_fen)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one repayment booked on a master order; append-only';

CREATE TABLE repayment_line (
  repayment_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'repayment',
  installment_no        INT NOT NULL COMMENT 'installment',
  order_no              CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key             SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  sequence_no           BIGINT NOT NULL COMMENT 'sequence of the repayment',
  penalty_growth_fen    BIGINT NOT NULL COMMENT 'penalty that became due with the event',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled by the event',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled by the event',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled by the event',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled by the event',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (repayment_no, installment_no),
  UNIQUE KEY uk_repayment_line_sequence (order_no, sequence_no, installment_no),
  CONSTRAINT ck_repayment_line_forward CHECK (penalty_growth_fen >= 0 AND settled_penalty_fen >= 0 AND settled_fee_fen >= 0
    AND settled_interest_fen >= 0 AND settled_principal_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what one repayment did to one installment of the master order; append-only, replayed in sequence by a late split';

CREATE TABLE split_line (
  order_no              CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  sequence_no           BIGINT NOT NULL COMMENT 'sequence of the event',
  sub_order_no          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sub-order',
  installment_no        INT NOT NULL COMMENT 'installment',
  shard_key             SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  repayment_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'repayment',
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who funds the sub-order',
  split_version         INT NOT NULL COMMENT 'composition by which it was split',
  value_date            DATE NOT NULL COMMENT 'Asia/Shanghai, of the repayment',
  booking_date          DATE NOT NULL COMMENT 'Asia/Shanghai, day of the split, later than that of the repayment after a late funding',
  penalty_growth_fen    BIGINT NOT NULL COMMENT 'penalty that became due with the event',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled by the event',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled by the event',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled by the event',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled by the event',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, sequence_no, sub_order_no, installment_no),
  KEY idx_split_line_sub (sub_order_no, installment_no),
  KEY idx_split_line_report (institution_code, booking_date),
  CONSTRAINT ck_split_line_forward CHECK (penalty_growth_fen >= 0 AND settled_penalty_fen >= 0 AND settled_fee_fen >= 0
    AND settled_interest_fen >= 0 AND settled_principal_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what one event did to one installment of one sub-order; append-only, source of the reports to institutions';

CREATE TABLE suspense_account (
  borrower_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'customer',
  shard_key   SMALLINT NOT NULL COMMENT 'shard gene of the borrower',
  balance_fen BIGINT NOT NULL COMMENT 'sum of the entries',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (borrower_no),
  CONSTRAINT ck_suspense_account_balance CHECK (balance_fen >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='money of a customer that is applied to nothing';

CREATE TABLE suspense_entry (
  repayment_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'repayment the money came with',
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'EXCESS: beyond everything owed',
  borrower_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'customer',
  shard_key    SMALLINT NOT NULL COMMENT 'shard gene of the borrower',
  order_no     CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  amount_fen   BIGINT NOT NULL COMMENT 'movement, positive into the account',
  booking_date DATE NOT NULL COMMENT 'Asia/Shanghai',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (repayment_no, kind),
  KEY idx_suspense_entry_borrower (borrower_no),
  CONSTRAINT ck_suspense_entry_kind CHECK (kind = 'EXCESS'),
  CONSTRAINT ck_suspense_entry_amount CHECK (amount_fen > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='movements of suspense accounts; append-only';

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

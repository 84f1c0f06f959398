-- V001 base tables of channel_admin
--
-- purpose      products, institutions, ratio schemes, their audit; messages, idempotent commands, sequences
-- owner        channel-admin-provider
-- tables       product, product_term, product_scheme, institution, ratio_scheme, ratio_share, audit_log and the six
--              tables that every schema carries
-- rows         hundreds in the configuration tables; one audit_log row per change made by a person
-- algorithm    CREATE TABLE only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U001; it loses every row
-- order        before the first start of channel-admin-provider

CREATE TABLE institution (
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who funds, never changed',
  name             VARCHAR(64) NOT NULL COMMENT 'name for people',
  kind             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SELF: our own small-loan company, EXTERNAL: reached by a call',
  status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ENABLED or DISABLED',
  version          BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every change',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code),
  CONSTRAINT ck_institution_kind CHECK (kind IN ('SELF', 'EXTERNAL')),
  CONSTRAINT ck_institution_status CHECK (status IN ('ENABLED', 'DISABLED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who funds loans';

CREATE TABLE ratio_scheme (
  scheme_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of the scheme, never changed',
  name        VARCHAR(64) NOT NULL COMMENT 'name for people',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (scheme_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='ratio schemes: rows are added, never changed, because old orders keep theirs';

CREATE TABLE ratio_share (
  scheme_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'scheme',
  seat             TINYINT UNSIGNED NOT NULL COMMENT 'place in the order of institutions, 1, 2, ...; the split depends on it',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who funds',
  kind             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of the institution when the scheme was made',
  share_bp         SMALLINT UNSIGNED NOT NULL COMMENT 'share in basis points, 7000 is 70 percent',
  is_lead          TINYINT UNSIGNED NOT NULL COMMENT '1 for the one funder of last resort',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (scheme_code, seat),
  UNIQUE KEY uk_institution (scheme_code, institution_code),
  CONSTRAINT ck_ratio_share_seat CHECK (seat BETWEEN 1 AND 16),
  CONSTRAINT ck_ratio_share_kind CHECK (kind IN ('SELF', 'EXTERNAL')),
  CONSTRAINT ck_ratio_share_bp CHECK (share_bp BETWEEN 1 AND 10000),
  CONSTRAINT ck_ratio_share_lead CHECK (is_lead IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='shares of a ratio scheme: they add up to 10000 and one is the lead';

CREATE TABLE product (
  product_code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code, never changed',
  product_id         INT NOT NULL COMMENT 'number the product is known by in older systems',
  name               VARCHAR(64) NOT NULL COMMENT 'name for people',
  status             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ON_SALE, REPAY_ONLY (no new loans) or OFFLINE',
  repayment_method   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'EQUAL_INSTALLMENT or EQUAL_PRINCIPAL',
  annual_rate        DECIMAL(9, 6) NOT NULL COMMENT 'yearly interest as a fraction, 0.18 is 18 percent',
  rounding           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'HALF_UP or HALF_EVEN',
  min_amount_fen     BIGINT NOT NULL COMMENT 'smallest loan in fen',
  max_amount_fen     BIGINT NOT NULL COMMENT 'largest loan in fen',
  penalty_daily_rate DECIMAL(9, 6) NOT NULL COMMENT 'penalty per day on overdue principal, as a fraction',
  penalty_grace_days SMALLINT UNSIGNED NOT NULL COMMENT 'days of grace after the due date',
  version            BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every change',
  created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (product_code),
  UNIQUE KEY uk_product_id (product_id),
  CONSTRAINT ck_product_id CHECK (product_id > 0),
  CONSTRAINT ck_product_status CHECK (status IN ('ON_SALE', 'REPAY_ONLY', 'OFFLINE')),
  CONSTRAINT ck_product_method CHECK (repayment_method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL')),
  CONSTRAINT ck_product_rate CHECK (annual_rate BETWEEN 0 AND 0.36),
  CONSTRAINT ck_product_rounding CHECK (rounding IN ('HALF_UP', 'HALF_EVEN')),
  CONSTRAINT ck_product_amount CHECK (min_amount_fen > 0 AND min_amount_fen <= max_amount_fen),
  CONSTRAINT ck_product_penalty CHECK (penalty_daily_rate BETWEEN 0 AND 0.01 AND penalty_grace_days <= 60)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='loan products';

CREATE TABLE product_term (
  product_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  installments SMALLINT UNSIGNED NOT NULL COMMENT 'number of installments on offer',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (product_code, installments),
  CONSTRAINT ck_product_term_installments CHECK (installments BETWEEN 1 AND 120)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='terms a product offers';

CREATE TABLE product_scheme (
  product_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  priority     TINYINT UNSIGNED NOT NULL COMMENT '1 is the first choice',
  scheme_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ratio scheme that may fund the product',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (product_code, priority),
  UNIQUE KEY uk_scheme (product_code, scheme_code),
  CONSTRAINT ck_product_scheme_priority CHECK (priority BETWEEN 1 AND 16)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='ratio schemes that may fund a product, first choice first';

CREATE TABLE audit_log (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  operator     VARCHAR(64) NOT NULL COMMENT 'who asked for the change',
  caller       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'application the request came from',
  action       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'contract method, for example createProduct',
  target_kind  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PRODUCT, SCHEME or INSTITUTION',
  target_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of what was changed',
  request_no   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the command',
  before_state MEDIUMTEXT NULL COMMENT 'JSON before the change, null when it was created',
  after_state  MEDIUMTEXT NOT NULL COMMENT 'JSON after the change',
  trace_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'trace of the call',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (id),
  KEY idx_target (target_kind, target_code, id),
  KEY idx_created_at (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who changed what, written in the transaction of the change';

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

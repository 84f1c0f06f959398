-- V001 base tables of fund_router
--
-- purpose      funding tasks and their legs, sub-orders, state log, the sandbox institutions' settings and books;
--              messages, idempotent commands, sequences
-- owner        fund-router-provider
-- tables       fund_task, fund_leg, sub_order, state_log, sandbox_institution_setting, sandbox_institution_request and
--              the six tables that every schema carries
-- rows         one fund_task, 2 to 4 fund_leg, 1 to 4 sub_order and about 10 state_log per loan; the sandbox tables stay
--              empty in production
-- algorithm    CREATE TABLE only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U001; it loses every row
-- order        before the first start of fund-router-provider

CREATE TABLE fund_task (
  order_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key         SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  borrower_no       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'borrower',
  product_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product, names the scheme where the order names none',
  asked_scheme_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ratio scheme the order asked for',
  scheme_code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ratio scheme chosen, null before',
  principal_fen     BIGINT NOT NULL COMMENT 'loan amount in fen',
  status            TINYINT UNSIGNED NOT NULL COMMENT '10 WAIT_ROUTE, 20 ROUTED, 30 FUNDING, 40 FUNDED, 45 SELF_FUNDED, 90 MANUAL',
  version           BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every claim and every move; a step of an older version writes nothing',
  next_at           DATETIME(3) NOT NULL COMMENT 'UTC, not claimed before this time; while claimed: end of the lease',
  attempts          SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'claims since the last step that got on',
  claimed_by        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'instance that claimed it last',
  reason            VARCHAR(200) NULL COMMENT 'why a person is needed',
  traceparent       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'W3C trace that the order came with',
  created_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  KEY idx_due (status, next_at),
  KEY idx_shard (shard_key),
  CONSTRAINT ck_fund_task_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_task_principal CHECK (principal_fen > 0),
  CONSTRAINT ck_fund_task_status CHECK (status IN (10, 20, 30, 40, 45, 90)),
  CONSTRAINT ck_fund_task_scheme CHECK (scheme_code IS NOT NULL OR status IN (10, 90)),
  CONSTRAINT ck_fund_task_reason CHECK (reason IS NOT NULL OR status <> 90)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='funding of a master order: state, timer and queue in one row; the only task table';

CREATE TABLE fund_leg (
  order_no            VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  seat                TINYINT UNSIGNED NOT NULL COMMENT 'place in the scheme, 1, 2, ...',
  shard_key           SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  institution_code    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who is asked',
  kind                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SELF accepts by itself, EXTERNAL is asked by a call',
  is_lead             TINYINT UNSIGNED NOT NULL COMMENT '1 for the funder of last resort, asked last',
  share_bp            SMALLINT UNSIGNED NOT NULL COMMENT 'share of the scheme in basis points',
  amount_fen          BIGINT NOT NULL COMMENT 'amount asked for in fen; the lead''s grows by the parts that were refused',
  external_request_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number the institution knows the request by; never another one for this leg',
  status              VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'INIT, SENT (result unknown until told), ACCEPTED, REJECTED or CANCELLED (nothing left to fund)',
  query_attempts      SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often the result was asked for',
  reason              VARCHAR(200) NULL COMMENT 'why it was rejected',
  created_at          DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at          DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, seat),
  UNIQUE KEY uk_request (institution_code, external_request_no),
  CONSTRAINT ck_fund_leg_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_leg_kind CHECK (kind IN ('SELF', 'EXTERNAL')),
  CONSTRAINT ck_fund_leg_lead CHECK (is_lead IN (0, 1)),
  CONSTRAINT ck_fund_leg_share CHECK (share_bp BETWEEN 1 AND 10000),
  CONSTRAINT ck_fund_leg_amount CHECK (amount_fen > 0 OR (amount_fen = 0 AND is_lead = 1 AND status IN ('INIT', 'CANCELLED'))),
  CONSTRAINT ck_fund_leg_status CHECK (status IN ('INIT', 'SENT', 'ACCEPTED', 'REJECTED', 'CANCELLED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one institution asked to fund an order';

CREATE TABLE sub_order (
  sub_order_no     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'order_no and two digits of the seat',
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  seat             TINYINT UNSIGNED NOT NULL COMMENT 'place in the order of institutions; the split depends on it',
  shard_key        SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who funds',
  is_lead          TINYINT UNSIGNED NOT NULL COMMENT '1 for the funder of last resort',
  weight           BIGINT NOT NULL COMMENT 'weight of the split: basis points, or the contribution in fen where the composition left the scheme',
  contribution_fen BIGINT NOT NULL COMMENT 'part of the principal in fen',
  status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE, SETTLED, TRANSFERRED or WRITTEN_OFF',
  settled_sequence BIGINT NULL COMMENT 'ledger sequence of the event that settled it',
  settled_on       DATE NULL COMMENT 'Asia/Shanghai',
  version          BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every change',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (sub_order_no),
  UNIQUE KEY uk_institution (order_no, institution_code),
  UNIQUE KEY uk_seat (order_no, seat),
  KEY idx_shard (shard_key),
  CONSTRAINT ck_sub_order_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_sub_order_lead CHECK (is_lead IN (0, 1)),
  CONSTRAINT ck_sub_order_weight CHECK (weight > 0),
  CONSTRAINT ck_sub_order_contribution CHECK (contribution_fen > 0),
  CONSTRAINT ck_sub_order_status CHECK (status IN ('ACTIVE', 'SETTLED', 'TRANSFERRED', 'WRITTEN_OFF'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one institution''s part of a master order, made once from the final composition';

CREATE TABLE state_log (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key   SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  subject     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TASK, LEG or SUB_ORDER',
  seat        TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'seat of the leg or sub-order, 0 for the task',
  from_status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null at the beginning',
  to_status   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'status after the move',
  reason      VARCHAR(200) NULL COMMENT 'why',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (id),
  KEY idx_order (order_no, id),
  CONSTRAINT ck_state_log_subject CHECK (subject IN ('TASK', 'LEG', 'SUB_ORDER'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every move of a task, leg or sub-order, written in its transaction';

CREATE TABLE sandbox_institution_setting (
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order, or * for every other order',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sandbox institution',
  answer           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACCEPT, REFUSE, LATE (processing first) or LOST (booked, but the answer never arrives)',
  processing_times SMALLINT UNSIGNED NOT NULL COMMENT 'LATE and LOST: how many queries are answered with processing',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, institution_code),
  CONSTRAINT ck_sandbox_setting_answer CHECK (answer IN ('ACCEPT', 'REFUSE', 'LATE', 'LOST'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how the sandbox institutions answer; development only';

CREATE TABLE sandbox_institution_request (
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

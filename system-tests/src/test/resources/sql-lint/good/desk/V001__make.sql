-- purpose: a schema that keeps every convention
-- owner: nobody, it is an example
-- tables: sale and the six tables that every schema carries
-- rows: none
-- lock: none, new tables only
-- duration: under a second
-- reversible: yes, U001
-- order: before the first start

CREATE TABLE sale (
  sale_no     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the sale',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'order; use is free of rules',
  shard_key   SMALLINT NOT NULL COMMENT 'gene',
  status      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN or PAID',
  price_fen   BIGINT NOT NULL COMMENT 'what it costs',
  yearly_rate DECIMAL(12,10) NOT NULL COMMENT 'as a fraction',
  buyer       VARCHAR(64) NOT NULL COMMENT 'free text',
  paid_at     DATETIME(3) NULL COMMENT 'UTC',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (sale_no),
  UNIQUE KEY uk_order (order_no),
  KEY idx_status (status, created_at),
  CONSTRAINT ck_sale_status CHECK (status IN ('OPEN', 'PAID')),
  CONSTRAINT ck_sale_price CHECK (price_fen > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='sales';

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

CREATE TABLE alarm (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  alarm_code    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what happened, such as DEAD_LETTER',
  subject_key   VARCHAR(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it happened to: one alarm per code and subject',
  detail        VARCHAR(1000) NOT NULL COMMENT 'for a person, without personal data',
  occurrences   INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'how often it happened since it was raised',
  attempts      INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often it was tried to tell somebody',
  next_at       DATETIME(3) NOT NULL COMMENT 'UTC, not told before this time',
  delivered_at  DATETIME(3) NULL COMMENT 'UTC, when somebody was told',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_alarm_subject (alarm_code, subject_key),
  KEY idx_alarm_due (delivered_at, next_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what a person must be told, written in the transaction of what happened';

CREATE TABLE message_audit (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  operator       VARCHAR(64) NOT NULL COMMENT 'who asked for it',
  caller         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'application the request came from',
  request_no     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the command',
  action         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'REPLAY or GIVE_UP',
  source         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OUTBOX: row of mq_outbox, CONSUMER: row of mq_dead_letter',
  row_no         BIGINT UNSIGNED NOT NULL COMMENT 'id of that row',
  consumer_group VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'for CONSUMER: who could not consume',
  msg_key        VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business key of the message',
  before_state   VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state of the row before',
  after_state    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'and after; the same when a replay failed',
  note           VARCHAR(255) NOT NULL COMMENT 'why, in the words of the operator',
  outcome        VARCHAR(1000) NOT NULL COMMENT 'what came of it',
  trace_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'trace of the call',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (id),
  KEY idx_message_audit_row (source, row_no),
  CONSTRAINT ck_message_audit_action CHECK (action IN ('REPLAY', 'GIVE_UP')),
  CONSTRAINT ck_message_audit_source CHECK (source IN ('OUTBOX', 'CONSUMER')),
  CONSTRAINT ck_message_audit_before CHECK (before_state IN ('PENDING', 'SENT', 'DEAD', 'EXPIRED', 'CANCELLED', 'OPEN', 'REPLAYED', 'GIVEN_UP')),
  CONSTRAINT ck_message_audit_after CHECK (after_state IN ('PENDING', 'SENT', 'DEAD', 'EXPIRED', 'CANCELLED', 'OPEN', 'REPLAYED', 'GIVEN_UP'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what operators did with messages, written in the transaction of the change';

CREATE TABLE job_run (
  job           VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name of the job',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, date of the run',
  shard         SMALLINT NOT NULL COMMENT '0 up to, not including, shards: the orders whose shard_key modulo shards is this',
  shards        SMALLINT NOT NULL COMMENT 'how many the run has',
  status        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN, then DONE',
  cursor_key    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where the next step begins, empty at the start',
  lease_owner   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'instance that holds the shard',
  lease_until   DATETIME(3) NOT NULL COMMENT 'UTC, nobody else takes the shard before; also the end of a pause after a failure',
  done_rows     BIGINT NOT NULL COMMENT 'rows that all steps worked on',
  done_steps    BIGINT NOT NULL COMMENT 'steps made',
  attempts      INT NOT NULL COMMENT 'how often the shard was claimed; tells its holder from an earlier one',
  failures      INT NOT NULL COMMENT 'steps that failed since the last that did not',
  last_error    VARCHAR(255) NULL COMMENT 'of the last failed step',
  started_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'timer, or the operator of the command',
  finished_at   DATETIME(3) NULL COMMENT 'UTC, when the last step was done',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (job, business_date, shard),
  KEY idx_job_run_due (status, lease_until),
  CONSTRAINT ck_job_run_status CHECK (status IN ('OPEN', 'DONE')),
  CONSTRAINT ck_job_run_shard CHECK (shard >= 0 AND shard < shards),
  CONSTRAINT ck_job_run_done CHECK ((status = 'DONE') = (finished_at IS NOT NULL)),
  CONSTRAINT ck_job_run_counts CHECK (done_rows >= 0 AND done_steps >= 0 AND attempts >= 0 AND failures >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one shard of the run of a job on a business date';

CREATE TABLE rpc_method (
  contract_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full name of the interface',
  method_name   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'method of it',
  counted_since DATE NOT NULL COMMENT 'UTC, day on which the provider first exported it and began to count its calls',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (contract_name, method_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='contract methods whose calls are counted';

CREATE TABLE rpc_call_day (
  contract_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full name of the interface',
  method_name   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'method of it',
  call_date     DATE NOT NULL COMMENT 'UTC, day on which the calls were stored, seconds after they were made',
  calls         BIGINT NOT NULL COMMENT 'calls at all instances, refused ones too',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (contract_name, method_name, call_date),
  KEY idx_rpc_call_day_date (call_date),
  CONSTRAINT ck_rpc_call_day_calls CHECK (calls > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='calls of each contract method by day; purged after 400 days';

-- Purpose:    messages in operation: weak sends are counted, alarms are told once, operators are audited.
-- Owner:      repayment-provider, the only writer.
-- Tables:     mq_outbox (one column, instantly); alarm, message_audit.
-- Rows:       alarm: one per dead letter or outage; message_audit: one per action of an operator.
-- Lock:       none: the column is added instantly (MySQL 8.0.29 and MariaDB 10.3 or newer; older MySQL 8 adds it last, which is where it is).
-- Duration:   below one second.
-- Reversible: yes, U007 drops everything made here.
-- Order:      before the start of the version of repayment-provider that needs it.

ALTER TABLE mq_outbox
  ADD COLUMN weak_sends TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how often the broker took it without flushing or replica; above 0 in a sent row: it was accepted so',
  ALGORITHM=INSTANT;

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

-- Purpose:    messages in operation: weak sends are counted, alarms are told once, operators are audited, tables are purged by a job.
-- Owner:      channel-admin-provider, the only writer.
-- Tables:     mq_outbox (one column, instantly); alarm, message_audit, job_run.
-- Rows:       alarm: one per dead letter or outage; message_audit: one per action of an operator; job_run: one per job, date and shard.
-- Lock:       none: the column is added instantly (MySQL 8.0.29 and MariaDB 10.3 or newer; older MySQL 8 adds it last, which is where it is).
-- Duration:   below one second.
-- Reversible: yes, U004 drops everything made here.
-- Order:      before the start of the version of channel-admin-provider that needs it.

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

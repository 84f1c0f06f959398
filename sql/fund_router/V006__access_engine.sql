-- Purpose:    the run time of the access engine: published definitions, one task for each flow that runs with an institution, the
--             log of its events, the inbox of callbacks, and what operators did. The funding of an order leaves the name
--             fund_task to the only table of tasks and is called funding.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     fund_task becomes funding, fund_task_archive becomes funding_archive; fund_definition, fund_task, fund_step_log,
--             fund_callback, fund_audit, repayment_notice are new.
-- Rows:       fund_definition: a few per institution; fund_task: one per institution and order, and one per institution and
--             repayment; fund_step_log: 2 to 10 per task; fund_callback: up to 2 per task; fund_audit: one per decision of a person;
--             repayment_notice: one per event of a ledger.
-- Lock:       the renames take a moment; each ALTER that drops and adds a CHECK copies its table.
-- Downtime:   fund-router-provider is stopped; a second for an empty schema, about a minute for each million orders.
-- Duration:   see downtime.
-- Reversible: yes, U006, as long as no task exists. After a stop in the middle run its later statements by hand.
-- Order:      before the version of fund-router-provider that needs it.

ALTER TABLE fund_task
  RENAME TO funding,
  ADD COLUMN order_facts MEDIUMTEXT NULL COMMENT 'JSON: installments, annual rate, start date and plan, as institutions are told them',
  DROP CONSTRAINT ck_fund_task_shard,
  DROP CONSTRAINT ck_fund_task_principal,
  DROP CONSTRAINT ck_fund_task_status,
  DROP CONSTRAINT ck_fund_task_scheme,
  DROP CONSTRAINT ck_fund_task_reason,
  ADD CONSTRAINT ck_funding_shard CHECK (shard_key BETWEEN 0 AND 1023),
  ADD CONSTRAINT ck_funding_principal CHECK (principal_fen > 0),
  ADD CONSTRAINT ck_funding_status CHECK (status IN (10, 20, 30, 40, 45, 90)),
  ADD CONSTRAINT ck_funding_scheme CHECK (scheme_code IS NOT NULL OR status IN (10, 90)),
  ADD CONSTRAINT ck_funding_reason CHECK (reason IS NOT NULL OR status <> 90);

ALTER TABLE fund_task_archive
  RENAME TO funding_archive,
  ADD COLUMN order_facts MEDIUMTEXT NULL COMMENT 'JSON: installments, annual rate, start date and plan, as institutions are told them';

CREATE TABLE fund_definition (
  kind          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'FLOW or CHANNEL',
  name          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'such as first-bank.loan, or the channel first-bank',
  version       INT NOT NULL COMMENT '1, 2, 3 ...; the text of a version never changes',
  body          MEDIUMTEXT NOT NULL COMMENT 'the text as it was published, YAML or JSON; names keys and settings, holds none',
  sha256        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the text, hex',
  status        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT, then ACTIVE, then RETIRED; tasks finish on the version they began with',
  active_key    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the name while it is ACTIVE, so that one version is',
  published_by  VARCHAR(64) NOT NULL COMMENT 'who published it',
  activated_by  VARCHAR(64) NULL COMMENT 'another person, who activated it',
  activated_at  DATETIME(3) NULL COMMENT 'UTC',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (kind, name, version),
  UNIQUE KEY uk_active (kind, active_key),
  CONSTRAINT ck_fund_definition_kind CHECK (kind IN ('FLOW', 'CHANNEL')),
  CONSTRAINT ck_fund_definition_version CHECK (version >= 1),
  CONSTRAINT ck_fund_definition_status CHECK (status IN ('DRAFT', 'ACTIVE', 'RETIRED')),
  CONSTRAINT ck_fund_definition_active CHECK ((status = 'ACTIVE') = (active_key IS NOT NULL) AND (active_key IS NULL OR active_key = name)),
  CONSTRAINT ck_fund_definition_second CHECK (status = 'DRAFT' OR (activated_by IS NOT NULL AND activated_by <> published_by AND activated_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='published versions of flows and channels; rows are never deleted';

CREATE TABLE fund_task (
  id            BIGINT NOT NULL COMMENT 'from the sequence fund-task',
  task_no       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'T and the id; request numbers begin with it',
  channel       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'our integration with the institution',
  behaviour     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it is asked for: loan, query, repayment, cancel ...',
  biz_no        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number under which the institution knows it; callbacks find the task by it',
  attempt       SMALLINT NOT NULL COMMENT 'the same thing asked once more on purpose, 1, 2, ...',
  order_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'master order, null where there is none',
  shard_key     SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  flow          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'definition it follows',
  flow_version  INT NOT NULL COMMENT 'version it is pinned to',
  status        TINYINT NOT NULL COMMENT '1 open (next_run_at says when it goes on), 2 running (lease_until), 7 success, 8 rejected, 9 manual',
  step          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'step it stands at',
  phase         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SENDING, WAITING for a timer, AWAITING a callback, ENDED',
  step_since    DATETIME(3) NOT NULL COMMENT 'UTC, when it came to the step',
  req_no        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'request that is under way or comes next',
  scope         MEDIUMTEXT NOT NULL COMMENT 'JSON: the state of the machine; references and amounts, no personal data',
  last_seq      INT NOT NULL COMMENT 'last row of its log',
  sent_seq      INT NULL COMMENT 'row of its log that was written ahead of a send and has no result yet',
  touched       TINYINT NOT NULL COMMENT '1 when anything may have left for the institution',
  next_run_at   DATETIME(3) NOT NULL COMMENT 'UTC, not claimed before',
  timer_at      DATETIME(3) NOT NULL COMMENT 'UTC, when its wait is over; a callback moves only next_run_at',
  expire_at     DATETIME(3) NOT NULL COMMENT 'UTC, deadline of the flow',
  biz_date      DATE NULL COMMENT 'Asia/Shanghai, for tasks that belong to a day',
  priority      TINYINT NOT NULL COMMENT '1 online, 5 batch',
  lease_owner   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'instance that claimed it last',
  lease_until   DATETIME(3) NULL COMMENT 'UTC, nobody else takes a running task before',
  wake          TINYINT NOT NULL DEFAULT 0 COMMENT '1 when a callback came while it was running',
  version       BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every claim and every move; a result for an older version writes nothing',
  reason        VARCHAR(500) NULL COMMENT 'why it ended, or why it waits',
  traceparent   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'W3C trace it came with',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC; times of the flow count from here',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_biz (channel, biz_no, behaviour, attempt),
  KEY idx_due (status, channel, priority, next_run_at),
  KEY idx_lease (status, lease_until),
  KEY idx_stuck (status, channel, step, step_since),
  KEY idx_order (order_no),
  CONSTRAINT ck_fund_task_run_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_task_run_status CHECK (status IN (1, 2, 7, 8, 9)),
  CONSTRAINT ck_fund_task_run_phase CHECK (phase IN ('SENDING', 'WAITING', 'AWAITING', 'ENDED') AND (phase = 'ENDED') = (status >= 7)),
  CONSTRAINT ck_fund_task_run_lease CHECK (status <> 2 OR (lease_owner IS NOT NULL AND lease_until IS NOT NULL)),
  CONSTRAINT ck_fund_task_run_sent CHECK (sent_seq IS NULL OR (sent_seq = last_seq AND phase = 'SENDING')),
  CONSTRAINT ck_fund_task_run_flags CHECK (wake IN (0, 1) AND touched IN (0, 1) AND priority IN (1, 5) AND attempt >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a flow that runs with an institution: state, timer and queue in one row; the only task table';

CREATE TABLE fund_step_log (
  task_id        BIGINT NOT NULL COMMENT 'fund_task.id',
  seq            INT NOT NULL COMMENT '1, 2, ... within the task',
  step           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'step it stood at',
  flow_version   INT NOT NULL COMMENT 'version by which the event was applied',
  kind           VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SENT, CALLBACK, TIMER, HELD (not sent), MANUAL',
  state          CHAR(1)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'S written ahead of a send, then R replied, L lost or N not sent; A applied',
  req_no         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'request number of a send',
  category       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'meaning of the answer',
  http_status    SMALLINT NULL COMMENT 'of the answer',
  elapsed_ms     INT NULL COMMENT 'time of the call',
  request_masked MEDIUMTEXT NULL COMMENT 'what was sent, personal data as ***',
  request_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of what left, hex',
  reply_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SHA-256 of what came, hex',
  event          MEDIUMTEXT NULL COMMENT 'JSON: the event as the machine was given it, with the values the definition takes of an answer; null while a send is open',
  started_at     DATETIME(3) NOT NULL COMMENT 'UTC',
  ended_at       DATETIME(3) NULL COMMENT 'UTC',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (task_id, seq),
  KEY idx_request (req_no),
  KEY idx_open (state, started_at),
  CONSTRAINT ck_fund_step_log_kind CHECK (kind IN ('SENT', 'CALLBACK', 'TIMER', 'HELD', 'MANUAL')),
  CONSTRAINT ck_fund_step_log_state CHECK (state IN ('S', 'R', 'L', 'N', 'A') AND (state = 'S') = (event IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every event of a task: evidence, and what a replay is made of';

CREATE TABLE fund_callback (
  id          BIGINT NOT NULL AUTO_INCREMENT COMMENT 'order of arrival',
  channel     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who sent it, proved by its signature',
  event_name  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it is about',
  dedup_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the institution''s own number of it, or a hash of a longer one',
  biz_no      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business number it names',
  body        MEDIUMTEXT NOT NULL COMMENT 'JSON: the values that definitions take of it, nothing else',
  body_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of those values, hex',
  status      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING, APPLIED, LATE (the task went on without it), CONTRADICTS (the task ended differently), REFUSED (says nothing that fits)',
  task_id     BIGINT NULL COMMENT 'task that took it or that it came too late for',
  reason      VARCHAR(200) NULL COMMENT 'why it was not applied',
  applied_at  DATETIME(3) NULL COMMENT 'UTC',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it came',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_message (channel, event_name, dedup_id),
  KEY idx_biz (channel, biz_no, status),
  KEY idx_status (status, created_at),
  CONSTRAINT ck_fund_callback_status CHECK (status IN ('PENDING', 'APPLIED', 'LATE', 'CONTRADICTS', 'REFUSED')),
  CONSTRAINT ck_fund_callback_task CHECK (status IN ('PENDING', 'REFUSED') OR task_id IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='callbacks of institutions, stored before they are acknowledged';

CREATE TABLE fund_audit (
  id          BIGINT NOT NULL AUTO_INCREMENT COMMENT 'insert order',
  caller      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'application the request came from',
  request_no  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the command',
  operator    VARCHAR(64) NOT NULL COMMENT 'who asked for it',
  approver    VARCHAR(64) NULL COMMENT 'the second person',
  action      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PUBLISH, ACTIVATE, RESUME, JUMP, FINISH or REPIN',
  subject     VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'task number, or name and version of a definition',
  detail      VARCHAR(1000) NOT NULL COMMENT 'why, in the words of the operator, and what came of it',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (id),
  KEY idx_subject (subject, id),
  CONSTRAINT ck_fund_audit_action CHECK (action IN ('PUBLISH', 'ACTIVATE', 'RESUME', 'JUMP', 'FINISH', 'REPIN')),
  CONSTRAINT ck_fund_audit_second CHECK (action IN ('PUBLISH', 'RESUME') OR (approver IS NOT NULL AND approver <> operator))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what persons decided about definitions and tasks, in the transaction of the change';

CREATE TABLE repayment_notice (
  order_no          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  sequence_no       BIGINT NOT NULL COMMENT 'place of the event in the ledger of the order',
  shard_key         SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  repayment_no      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the event',
  settled_something TINYINT NOT NULL COMMENT '1 when it settled dues, so that there must be parts of it',
  value_date        DATE NOT NULL COMMENT 'Asia/Shanghai, day for which it counts',
  status            VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING until it is split and a task is made for each institution, then DONE',
  tasks             SMALLINT NULL COMMENT 'tasks that were made',
  next_at           DATETIME(3) NOT NULL COMMENT 'UTC, not claimed before',
  attempts          SMALLINT NOT NULL COMMENT 'claims so far',
  reason            VARCHAR(200) NULL COMMENT 'why it waits',
  traceparent       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'W3C trace of the message',
  created_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at        DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, sequence_no),
  KEY idx_due (status, next_at),
  CONSTRAINT ck_repayment_notice_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_repayment_notice_status CHECK (status IN ('PENDING', 'DONE') AND (status = 'DONE') = (tasks IS NOT NULL)),
  CONSTRAINT ck_repayment_notice_settled CHECK (settled_something IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='events of ledgers that institutions have to be told of, kept from the message until the tasks exist';

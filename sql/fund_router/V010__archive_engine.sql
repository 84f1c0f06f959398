-- Purpose:    archive tables for the routing of settled orders and for their tasks: the same columns as the tables they take rows from,
--             and when a row came.
-- Owner:      fund-router-provider reads them; only the archive scripts write them.
-- Tables:     fund_route_decision_archive, fund_quota_entry_archive, fund_task_archive, fund_step_log_archive, fund_callback_archive.
-- Rows:       those of every archived order, for ever; nothing is changed in them.
-- Lock:       none, new tables only.
-- Duration:   below one second.
-- Reversible: yes, U010 drops them; refused without --drop-data once something is archived, because it is nowhere else.
-- Order:      before the release that reads them, and before the next archive run. Decisions and entries of
--             orders that were archived before stay in the live tables and are read there; their tasks are archived by the next run.

CREATE TABLE fund_route_decision_archive (
  order_no      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  attempt       SMALLINT UNSIGNED NOT NULL COMMENT '1, 2, 3 ...; a later one follows a verified refusal',
  shard_key     SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  product_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product',
  principal_fen BIGINT NOT NULL COMMENT 'loan amount in fen',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, day whose quotas count it',
  route         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'route that was asked, null for the schemes of the order or the product',
  route_version INT NULL COMMENT 'its version',
  rule_name     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'rule that held, null for otherwise',
  outcome       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CHOSEN, LAST_RESORT or PARKED (nothing could be chosen; asked again later)',
  scheme_code   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'scheme, null while PARKED',
  lead_alone    TINYINT UNSIGNED NOT NULL COMMENT '1: the lead of the scheme funds all of it',
  reroutes      TINYINT UNSIGNED NOT NULL COMMENT '1: after a verified refusal another scheme is asked for',
  facts         VARCHAR(2000) NOT NULL COMMENT 'JSON: facts the route was asked with',
  candidates    TEXT NOT NULL COMMENT 'JSON: every scheme that was named, what became of it and why',
  problem       VARCHAR(200) NULL COMMENT 'why the route could not be asked',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  archived_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no, attempt),
  CONSTRAINT ck_fund_route_decision_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_route_decision_archive_principal CHECK (principal_fen > 0),
  CONSTRAINT ck_fund_route_decision_archive_outcome CHECK (outcome IN ('CHOSEN', 'LAST_RESORT', 'PARKED') AND (outcome = 'PARKED') = (scheme_code IS NULL)),
  CONSTRAINT ck_fund_route_decision_archive_flags CHECK (lead_alone IN (0, 1) AND reroutes IN (0, 1)),
  CONSTRAINT ck_fund_route_decision_archive_json CHECK (JSON_VALID(facts) AND JSON_VALID(candidates))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: which scheme an attempt of an order was given, and why none of the others';

CREATE TABLE fund_quota_entry_archive (
  order_no         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  attempt          SMALLINT UNSIGNED NOT NULL COMMENT 'attempt of routing, 1, 2, 3 ...',
  institution_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose money',
  shard_key        SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  period_key       CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'business day yyyyMMdd it counts for',
  dimensions       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'quotas that count it, such as BALANCE,DAY,TOTAL',
  amount_fen       BIGINT NOT NULL COMMENT 'in fen',
  status           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RESERVED, then USED or RELEASED; USED becomes RETURNED when the order is settled',
  created_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  archived_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no, attempt, institution_code),
  CONSTRAINT ck_fund_quota_entry_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_quota_entry_archive_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_fund_quota_entry_archive_status CHECK (status IN ('RESERVED', 'USED', 'RELEASED', 'RETURNED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: every reservation of a quota: it changes its state once, and so is counted once';

CREATE TABLE fund_task_archive (
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
  archived_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (id),
  KEY idx_order (order_no),
  KEY idx_biz (channel, biz_no),
  CONSTRAINT ck_fund_task_run_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_task_run_archive_status CHECK (status IN (1, 2, 7, 8, 9)),
  CONSTRAINT ck_fund_task_run_archive_phase CHECK (phase IN ('SENDING', 'WAITING', 'AWAITING', 'ENDED') AND (phase = 'ENDED') = (status >= 7)),
  CONSTRAINT ck_fund_task_run_archive_lease CHECK (status <> 2 OR (lease_owner IS NOT NULL AND lease_until IS NOT NULL)),
  CONSTRAINT ck_fund_task_run_archive_sent CHECK (sent_seq IS NULL OR (sent_seq = last_seq AND phase = 'SENDING')),
  CONSTRAINT ck_fund_task_run_archive_flags CHECK (wake IN (0, 1) AND touched IN (0, 1) AND priority IN (1, 5) AND attempt >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: a flow that runs with an institution: state, timer and queue in one row; the only task table';

CREATE TABLE fund_step_log_archive (
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
  archived_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (task_id, seq),
  CONSTRAINT ck_fund_step_log_archive_kind CHECK (kind IN ('SENT', 'CALLBACK', 'TIMER', 'HELD', 'MANUAL')),
  CONSTRAINT ck_fund_step_log_archive_state CHECK (state IN ('S', 'R', 'L', 'N', 'A') AND (state = 'S') = (event IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: every event of a task: evidence, and what a replay is made of';

CREATE TABLE fund_callback_archive (
  id          BIGINT NOT NULL COMMENT 'order of arrival',
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
  archived_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (id),
  KEY idx_task (task_id),
  CONSTRAINT ck_fund_callback_archive_status CHECK (status IN ('PENDING', 'APPLIED', 'LATE', 'CONTRADICTS', 'REFUSED')),
  CONSTRAINT ck_fund_callback_archive_task CHECK (status IN ('PENDING', 'REFUSED') OR task_id IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: callbacks of institutions, stored before they are acknowledged';

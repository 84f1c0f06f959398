-- Purpose:    archive tables of settled orders: the same columns as the tables they take rows from, and when a row came.
-- Owner:      fund-router-provider reads them; only the archive scripts write them.
-- Tables:     fund_task_archive, fund_leg_archive, sub_order_archive, state_log_archive.
-- Rows:       those of every archived order, for ever; nothing is changed in them.
-- Lock:       none, new tables only.
-- Duration:   below one second.
-- Reversible: yes, U003 drops them; refused without --drop-data once something is archived, because it is nowhere else.
-- Order:      before the release that reads archived orders, and before the first archive run.

CREATE TABLE state_log_archive (
  id          BIGINT UNSIGNED NOT NULL COMMENT 'insert order',
  order_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key   SMALLINT NOT NULL COMMENT 'gene of the borrower, 0 to 1023',
  subject     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TASK, LEG or SUB_ORDER',
  seat        TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'seat of the leg or sub-order, 0 for the task',
  from_status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null at the beginning',
  to_status   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'status after the move',
  reason      VARCHAR(200) NULL COMMENT 'why',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  archived_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (id),
  KEY idx_order (order_no, id),
  CONSTRAINT ck_state_log_archive_subject CHECK (subject IN ('TASK', 'LEG', 'SUB_ORDER'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: every move of a task, leg or sub-order, written in its transaction';

CREATE TABLE sub_order_archive (
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
  archived_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (sub_order_no),
  UNIQUE KEY uk_seat (order_no, seat),
  CONSTRAINT ck_sub_order_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_sub_order_archive_lead CHECK (is_lead IN (0, 1)),
  CONSTRAINT ck_sub_order_archive_weight CHECK (weight > 0),
  CONSTRAINT ck_sub_order_archive_contribution CHECK (contribution_fen > 0),
  CONSTRAINT ck_sub_order_archive_status CHECK (status IN ('ACTIVE', 'SETTLED', 'TRANSFERRED', 'WRITTEN_OFF'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: one institution''s part of a master order, made once from the final composition';

CREATE TABLE fund_leg_archive (
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
  own_annual_rate     DECIMAL(9, 6) NULL COMMENT 'own interest per year as a fraction; null for its part of the borrower''s',
  archived_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no, seat),
  CONSTRAINT ck_fund_leg_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_leg_archive_kind CHECK (kind IN ('SELF', 'EXTERNAL')),
  CONSTRAINT ck_fund_leg_archive_lead CHECK (is_lead IN (0, 1)),
  CONSTRAINT ck_fund_leg_archive_share CHECK (share_bp BETWEEN 1 AND 10000),
  CONSTRAINT ck_fund_leg_archive_amount CHECK (amount_fen > 0 OR (amount_fen = 0 AND is_lead = 1 AND status IN ('INIT', 'CANCELLED'))),
  CONSTRAINT ck_fund_leg_archive_status CHECK (status IN ('INIT', 'SENT', 'ACCEPTED', 'REJECTED', 'CANCELLED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: one institution asked to fund an order';

CREATE TABLE fund_task_archive (
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
  archived_at       DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, when it was moved here',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_fund_task_archive_shard CHECK (shard_key BETWEEN 0 AND 1023),
  CONSTRAINT ck_fund_task_archive_principal CHECK (principal_fen > 0),
  CONSTRAINT ck_fund_task_archive_status CHECK (status IN (10, 20, 30, 40, 45, 90)),
  CONSTRAINT ck_fund_task_archive_scheme CHECK (scheme_code IS NOT NULL OR status IN (10, 90)),
  CONSTRAINT ck_fund_task_archive_reason CHECK (reason IS NOT NULL OR status <> 90)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='archived orders: funding of a master order: state, timer and queue in one row; the only task table';

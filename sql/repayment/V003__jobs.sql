-- Purpose:    work of the business day: runs of jobs by shard, and what the jobs of repayment write.
-- Owner:      repayment-provider, the only writer.
-- Tables:     ledger (one index); job_run, penalty_snapshot, ledger_alert, quote_precomputed,
--             collection_attempt, sandbox_collection, sandbox_deduction.
-- Rows:       job_run: one per job, date and shard, some dozens a day; penalty_snapshot: one per overdue installment and
--             day; ledger_alert: none if all is well; quote_precomputed: at most one per order;
--             collection_attempt: one per order with something due and day; sandbox_*: development only.
-- Lock:       none: the index is built online.
-- Duration:   below one second for the tables; the index some seconds per million ledgers.
-- Reversible: yes, U003 drops everything made here.
-- Order:      before the first start of a repayment-provider that has jobs.

-- Day-end jobs walk the active orders of a shard: status, then each shard key of the shard, then the order number, and from
-- each order to its installments by their primary key. So a day costs what the living book is, whatever lies in the
-- history; an index on the installments' due date would bring back every installment that was ever due. The entry of an
-- order changes when the order settles, not with each repayment.
ALTER TABLE ledger ADD KEY idx_ledger_active (status, shard_key, order_no), ALGORITHM=INPLACE, LOCK=NONE;

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

CREATE TABLE penalty_snapshot (
  business_date      DATE NOT NULL COMMENT 'Asia/Shanghai, day at whose end it was taken',
  order_no           CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  installment_no     INT NOT NULL COMMENT 'overdue installment',
  shard_key          SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  ledger_version     BIGINT NOT NULL COMMENT 'version of the ledger that was seen',
  as_of              DATE NOT NULL COMMENT 'Asia/Shanghai, day up to which penalty is counted: the business date, or the value date of a later event that was booked before the row was taken',
  due_date           DATE NOT NULL COMMENT 'Asia/Shanghai, of the installment',
  overdue_days       INT NOT NULL COMMENT 'from the due date to the business date',
  open_principal_fen BIGINT NOT NULL COMMENT 'principal due and not settled',
  open_interest_fen  BIGINT NOT NULL COMMENT 'interest due and not settled',
  open_fee_fen       BIGINT NOT NULL COMMENT 'fee due and not settled',
  penalty_fen        BIGINT NOT NULL COMMENT 'penalty in all up to as_of',
  open_penalty_fen   BIGINT NOT NULL COMMENT 'of it not settled',
  created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (business_date, order_no, installment_no),
  CONSTRAINT ck_penalty_snapshot_days CHECK (overdue_days > 0 AND as_of >= business_date),
  CONSTRAINT ck_penalty_snapshot_open CHECK (open_principal_fen >= 0 AND open_interest_fen >= 0 AND open_fee_fen >= 0),
  CONSTRAINT ck_penalty_snapshot_penalty CHECK (open_penalty_fen >= 0 AND open_penalty_fen <= penalty_fen)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='overdue installments at the end of a business day, for reports; never read back into a ledger';

CREATE TABLE ledger_alert (
  order_no       CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  kind           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SKIPPED_PERIOD: an event settled a later installment and left an earlier one open that was past due',
  sequence_no    BIGINT NOT NULL COMMENT 'event of the ledger',
  shard_key      SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  found_on       DATE NOT NULL COMMENT 'Asia/Shanghai, business date of the check',
  installment_no INT NOT NULL COMMENT 'earlier installment that was left open',
  detail         VARCHAR(255) NOT NULL COMMENT 'figures',
  resolved_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who looked at it and closed it',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, kind, sequence_no),
  KEY idx_ledger_alert_open (resolved_by, found_on),
  CONSTRAINT ck_ledger_alert_kind CHECK (kind IN ('SKIPPED_PERIOD'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what the daily checks of the ledgers found; a person looks at each row';

CREATE TABLE quote_precomputed (
  order_no       CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key      SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  ledger_version BIGINT NOT NULL COMMENT 'version of the ledger that it holds for',
  business_date  DATE NOT NULL COMMENT 'Asia/Shanghai, day that it holds for',
  body           MEDIUMTEXT NOT NULL COMMENT 'the quote as JSON',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='the last quote of an order that was computed ahead; used only for its version and day';

CREATE TABLE collection_attempt (
  order_no      CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  business_date DATE NOT NULL COMMENT 'Asia/Shanghai, day of the attempt',
  shard_key     SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  payment_no    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'our number of the payment, made of day and order',
  amount_fen    BIGINT NOT NULL COMMENT 'past due and due when it was made',
  status        SMALLINT NOT NULL COMMENT '10 INIT, 20 DEDUCTING (outcome not known), 30 PAID, 40 POSTED, 80 FAILED',
  queries       INT NOT NULL COMMENT 'how often it was asked for without a result, in this status',
  next_query_at DATETIME(3) NULL COMMENT 'UTC, when it is looked at next; empty once it has ended',
  unknown_since DATETIME(3) NULL COMMENT 'UTC, first time without a result',
  sent_at       DATETIME(3) NULL COMMENT 'UTC, before the payment system was called',
  ended_at      DATETIME(3) NULL COMMENT 'UTC, POSTED or FAILED',
  reference_no  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'receipt in the payment system',
  repayment_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'booking on the ledger',
  reason        VARCHAR(255) NULL COMMENT 'why it failed or does not go on',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, business_date),
  UNIQUE KEY uk_collection_attempt_payment (payment_no),
  KEY idx_collection_attempt_query (next_query_at),
  KEY idx_collection_attempt_day (business_date, status),
  CONSTRAINT ck_collection_attempt_status CHECK (status IN (10, 20, 30, 40, 80)),
  CONSTRAINT ck_collection_attempt_amount CHECK (amount_fen > 0 AND queries >= 0),
  CONSTRAINT ck_collection_attempt_sent CHECK (status IN (10, 80) OR sent_at IS NOT NULL),
  CONSTRAINT ck_collection_attempt_paid CHECK ((status IN (30, 40)) = (reference_no IS NOT NULL)),
  CONSTRAINT ck_collection_attempt_posted CHECK ((status = 40) = (repayment_no IS NOT NULL)),
  CONSTRAINT ck_collection_attempt_ended CHECK ((status IN (40, 80)) = (ended_at IS NOT NULL)
    AND (status IN (40, 80)) = (next_query_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='the one attempt to collect what is due of an order on a day; moves by answers only';

CREATE TABLE sandbox_collection (
  order_no      CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key     SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  answer        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SUCCESS, REFUSED, LOST, LOST_REQUEST or UNKNOWN',
  unknown_times INT NOT NULL COMMENT 'how often it does not know when it is asked, before it does',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no),
  CONSTRAINT ck_sandbox_collection_answer CHECK (answer IN ('SUCCESS', 'REFUSED', 'LOST', 'LOST_REQUEST', 'UNKNOWN')),
  CONSTRAINT ck_sandbox_collection_times CHECK (unknown_times >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='development only: how the sandbox payment system answers collections of an order';

CREATE TABLE sandbox_deduction (
  payment_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number under which it was asked',
  order_no   CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  shard_key  SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number',
  amount_fen BIGINT NOT NULL COMMENT 'asked for',
  outcome    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TAKEN or REFUSED',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (payment_no),
  CONSTRAINT ck_sandbox_deduction_outcome CHECK (outcome IN ('TAKEN', 'REFUSED')),
  CONSTRAINT ck_sandbox_deduction_amount CHECK (amount_fen > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='development only: what the sandbox payment system did, its own books';

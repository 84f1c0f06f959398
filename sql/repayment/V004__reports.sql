-- Purpose:    closing of business dates, daily lines per institution, reconciliation with the files of the institutions,
--             findings of the internal audit.
-- Owner:      repayment-provider, the only writer.
-- Tables:     accounting_day, institution_day, institution_daily, recon_file, recon_line, recon_diff, audit_finding.
-- Rows:       accounting_day 1 a day, a month ahead; institution_day institutions x days, institution_daily that x kinds of
--             events; recon_line one per line of the files, recon_diff and audit_finding few.
-- Lock:       none, new tables only.
-- Duration:   below one second.
-- Reversible: yes, U004 drops everything made here; daily lines can be made again from the split lines.
-- Order:      before the release that closes dates; the release before it does not know these tables.

CREATE TABLE accounting_day (
  business_date         DATE NOT NULL COMMENT 'Asia/Shanghai',
  closed_at             DATETIME(3) NULL COMMENT 'UTC, clock of the database, after the last booking of the date had ended; null while it is open',
  closed_by             VARCHAR(64) NULL COMMENT 'who closed it',
  reported_at           DATETIME(3) NULL COMMENT 'UTC, when the daily lines of every institution were complete',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (business_date),
  CONSTRAINT ck_accounting_day_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (reported_at IS NULL OR closed_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='business dates: a booking holds the row of its date shared, closing takes it exclusively';

CREATE TABLE institution_day (
  booking_date          DATE NOT NULL COMMENT 'Asia/Shanghai',
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  status                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BUILDING while split lines are added up, then READY',
  last_order_no         VARCHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'last master order that is added up, empty before the first',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (booking_date, institution_code),
  CONSTRAINT ck_institution_day_status CHECK (status IN ('BUILDING', 'READY'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how far the daily lines of an institution are made';

CREATE TABLE institution_daily (
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  booking_date          DATE NOT NULL COMMENT 'Asia/Shanghai, booking date of the split lines',
  event_kind            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of the events, such as PAYMENT or REVERSAL',
  events                BIGINT NOT NULL COMMENT 'events, counted per master order',
  split_lines           BIGINT NOT NULL COMMENT 'split lines',
  due_penalty_fen       BIGINT NOT NULL COMMENT 'penalty that became due, negative where dues went down',
  due_fee_fen           BIGINT NOT NULL COMMENT 'fee that became due, negative where dues went down',
  due_interest_fen      BIGINT NOT NULL COMMENT 'interest that became due, negative where dues went down',
  due_principal_fen     BIGINT NOT NULL COMMENT 'principal that became due, negative where dues went down',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled, negative for reversals',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled, negative for reversals',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled, negative for reversals',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled, negative for reversals',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code, booking_date, event_kind),
  KEY idx_institution_daily_date (booking_date, institution_code),
  CONSTRAINT ck_institution_daily_counts CHECK (events >= 0 AND split_lines >= events),
  CONSTRAINT ck_institution_daily_due CHECK (split_lines > 0 OR (due_penalty_fen = 0 AND due_fee_fen = 0 AND due_interest_fen = 0
    AND due_principal_fen = 0)),
  CONSTRAINT ck_institution_daily_settled CHECK (event_kind = 'REVERSAL' OR (settled_penalty_fen >= 0 AND settled_fee_fen >= 0
    AND settled_interest_fen >= 0 AND settled_principal_fen >= 0))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='sums of the split lines of a closed date; a month is the sum of its days';

CREATE TABLE recon_file (
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  file_no               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the file, given by who delivers it',
  booking_date          DATE NOT NULL COMMENT 'Asia/Shanghai, the date the file is about',
  status                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RECEIVING, RECEIVED, COMPARING, COMPARED; REPLACED by a later file for the date',
  file_lines            BIGINT NOT NULL COMMENT 'lines received',
  book_lines            BIGINT NOT NULL COMMENT 'lines of our book that were compared',
  matched_lines         BIGINT NOT NULL COMMENT 'lines alike on both sides',
  differences           BIGINT NOT NULL COMMENT 'differences found',
  phase                 VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is being walked through: BOOK, then FILE, then DONE',
  cursor_key            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how far the phase is: last master order or sub-order, empty before the first',
  owner_name            VARCHAR(64) NULL COMMENT 'who clears the differences',
  imported_by           VARCHAR(64) NOT NULL COMMENT 'operator of the first page',
  compared_by           VARCHAR(64) NULL COMMENT 'operator of the comparison',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code, file_no),
  KEY idx_recon_file_date (institution_code, booking_date, status),
  KEY idx_recon_file_status (status),
  CONSTRAINT ck_recon_file_status CHECK (status IN ('RECEIVING', 'RECEIVED', 'COMPARING', 'COMPARED', 'REPLACED')),
  CONSTRAINT ck_recon_file_phase CHECK (phase IN ('BOOK', 'FILE', 'DONE')),
  CONSTRAINT ck_recon_file_counts CHECK (file_lines >= 0 AND book_lines >= 0 AND matched_lines >= 0 AND differences >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='a file of an institution and the progress of its comparison';

CREATE TABLE recon_line (
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  file_no               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'file',
  line_no               INT NOT NULL COMMENT 'place in the file',
  sub_order_no          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sub-order, as the institution sent it',
  event_kind            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of the event',
  settled_penalty_fen   BIGINT NOT NULL COMMENT 'penalty settled, as the institution sent it',
  settled_fee_fen       BIGINT NOT NULL COMMENT 'fee settled, as the institution sent it',
  settled_interest_fen  BIGINT NOT NULL COMMENT 'interest settled, as the institution sent it',
  settled_principal_fen BIGINT NOT NULL COMMENT 'principal settled, as the institution sent it',
  sub_order_status      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'status of the sub-order at the end of the date, if the file says it',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (institution_code, file_no, line_no),
  KEY idx_recon_line_sub (institution_code, file_no, sub_order_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='the lines of a file, as they came';

CREATE TABLE recon_diff (
  id                    BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'number of the difference',
  institution_code      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'institution',
  file_no               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'file whose comparison found it',
  booking_date          DATE NOT NULL COMMENT 'Asia/Shanghai, date of the file',
  kind                  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'MISSING in the file, EXTRA in the file, AMOUNT, STATUS, CROSS_DAY',
  sub_order_no          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sub-order',
  event_kind            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kind of the event, empty for STATUS',
  sequence_no           BIGINT NOT NULL COMMENT 'sequence of our event, 0 where there is none',
  line_no               INT NOT NULL COMMENT 'line of the file, 0 where there is none',
  book_penalty_fen      BIGINT NULL COMMENT 'penalty in our book',
  book_fee_fen          BIGINT NULL COMMENT 'fee in our book',
  book_interest_fen     BIGINT NULL COMMENT 'interest in our book',
  book_principal_fen    BIGINT NULL COMMENT 'principal in our book',
  file_penalty_fen      BIGINT NULL COMMENT 'penalty in the file',
  file_fee_fen          BIGINT NULL COMMENT 'fee in the file',
  file_interest_fen     BIGINT NULL COMMENT 'interest in the file',
  file_principal_fen    BIGINT NULL COMMENT 'principal in the file',
  book_status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'our status of the sub-order',
  file_status           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'their status of the sub-order',
  counter_date          DATE NULL COMMENT 'Asia/Shanghai, for CROSS_DAY: where the other side has the line',
  owner_name            VARCHAR(64) NOT NULL COMMENT 'who clears it',
  opened_on             DATE NOT NULL COMMENT 'Asia/Shanghai, business date on which it was found',
  status                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN or CLOSED',
  close_reason          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'BOOK_CORRECTED, FILE_CORRECTED, NEXT_DAY, ACCEPTED, OTHER; FILE_REPLACED by the system',
  close_note            VARCHAR(500) NULL COMMENT 'what was found out',
  closed_by             VARCHAR(64) NULL COMMENT 'operator',
  closed_on             DATE NULL COMMENT 'Asia/Shanghai',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  UNIQUE KEY uk_recon_diff_place (institution_code, file_no, sub_order_no, sequence_no, line_no, kind),
  KEY idx_recon_diff_date (institution_code, booking_date, status),
  KEY idx_recon_diff_status (status, opened_on, id),
  CONSTRAINT ck_recon_diff_kind CHECK (kind IN ('MISSING', 'EXTRA', 'AMOUNT', 'STATUS', 'CROSS_DAY')),
  CONSTRAINT ck_recon_diff_status CHECK (status IN ('OPEN', 'CLOSED')),
  CONSTRAINT ck_recon_diff_closed CHECK ((status = 'CLOSED') = (close_reason IS NOT NULL AND closed_by IS NOT NULL AND closed_on IS NOT NULL)),
  CONSTRAINT ck_recon_diff_book CHECK ((book_principal_fen IS NULL) = (sequence_no = 0) AND (book_interest_fen IS NULL) = (sequence_no = 0)
    AND (book_penalty_fen IS NULL) = (sequence_no = 0) AND (book_fee_fen IS NULL) = (sequence_no = 0)),
  CONSTRAINT ck_recon_diff_file CHECK ((file_principal_fen IS NULL) = (line_no = 0 OR kind = 'STATUS') AND (file_interest_fen IS NULL) = (line_no = 0 OR kind = 'STATUS')
    AND (file_penalty_fen IS NULL) = (line_no = 0 OR kind = 'STATUS') AND (file_fee_fen IS NULL) = (line_no = 0 OR kind = 'STATUS')),
  CONSTRAINT ck_recon_diff_sides CHECK ((kind = 'MISSING' AND line_no = 0) OR (kind = 'EXTRA' AND sequence_no = 0)
    OR (kind = 'AMOUNT' AND sequence_no > 0 AND line_no > 0) OR (kind = 'STATUS' AND file_status IS NOT NULL)
    OR (kind = 'CROSS_DAY' AND counter_date IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='differences between our book and a file; each is closed by a person, with a reason';

CREATE TABLE audit_finding (
  order_no              VARCHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order, or a date for a rule about a closed date',
  rule_code             VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'rule that is broken',
  shard_key             SMALLINT NOT NULL COMMENT 'shard gene of the borrower, last four digits of the order number; 0 for a date',
  detail                VARCHAR(500) NOT NULL COMMENT 'the first place where it is broken, with its numbers',
  first_found_on        DATE NOT NULL COMMENT 'Asia/Shanghai',
  last_found_on         DATE NOT NULL COMMENT 'Asia/Shanghai',
  mended_at             DATETIME(3) NULL COMMENT 'UTC, when an audit found the rule kept again; null while it is broken',
  created_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at            DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (order_no, rule_code),
  KEY idx_audit_finding_open (mended_at, first_found_on),
  CONSTRAINT ck_audit_finding_dates CHECK (last_found_on >= first_found_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='rules of the books that an order breaks, as the last audit of it found them';

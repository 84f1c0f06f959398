-- Purpose:    persons hold the breaker before an institution open or closed for a time; that is written down, and what persons did is
--             found by who did it.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     breaker_switch, new; fund_audit.
-- Rows:       one for each endpoint that somebody held once: a few dozen; none changed.
-- Lock:       copies fund_audit, a few thousand rows, under a lock; nothing but commands of operators waits for it.
-- Downtime:   none.
-- Duration:   below one second.
-- Reversible: yes, U013; breakers are measured again, and who held them is lost.
-- Order:      before the start of the version of fund-router-provider that needs it.

CREATE TABLE breaker_switch (
  channel    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'channel to an institution',
  endpoint   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'method and path, such as POST loan/apply',
  position   VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN: no call passes; CLOSED: every call passes',
  until_at   DATETIME(3) NOT NULL COMMENT 'UTC, by the clock of the database; afterwards it is measured',
  operator   VARCHAR(64) NOT NULL COMMENT 'who decided',
  reason     VARCHAR(255) NOT NULL COMMENT 'why, in the words of the operator',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (channel, endpoint),
  KEY idx_until (until_at),
  CONSTRAINT ck_breaker_switch_position CHECK (position IN ('OPEN', 'CLOSED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='breakers that persons hold, and held last';

ALTER TABLE fund_audit
  MODIFY COLUMN action VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PUBLISH, ACTIVATE, RESUME, JUMP, FINISH, REPIN or BREAKER',
  MODIFY COLUMN subject VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'task number, name and version of a definition, or channel',
  DROP CONSTRAINT ck_fund_audit_action,
  DROP CONSTRAINT ck_fund_audit_second,
  ADD CONSTRAINT ck_fund_audit_act CHECK (action IN ('PUBLISH', 'ACTIVATE', 'RESUME', 'JUMP', 'FINISH', 'REPIN', 'BREAKER')),
  ADD CONSTRAINT ck_fund_audit_two CHECK (action IN ('PUBLISH', 'RESUME', 'BREAKER') OR (approver IS NOT NULL AND approver <> operator)),
  ADD KEY idx_operator (operator, id);

-- Takes back V013: breakers are measured again; who held them is lost.
DROP TABLE IF EXISTS breaker_switch;
DELETE FROM fund_audit WHERE action = 'BREAKER';
ALTER TABLE fund_audit
  MODIFY COLUMN action VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PUBLISH, ACTIVATE, RESUME, JUMP, FINISH or REPIN',
  MODIFY COLUMN subject VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'task number, or name and version of a definition',
  DROP CONSTRAINT ck_fund_audit_act,
  DROP CONSTRAINT ck_fund_audit_two,
  ADD CONSTRAINT ck_fund_audit_action CHECK (action IN ('PUBLISH', 'ACTIVATE', 'RESUME', 'JUMP', 'FINISH', 'REPIN')),
  ADD CONSTRAINT ck_fund_audit_second CHECK (action IN ('PUBLISH', 'RESUME') OR (approver IS NOT NULL AND approver <> operator)),
  DROP KEY idx_operator;

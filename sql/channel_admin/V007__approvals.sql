-- V007 proposals that two persons agree on
--
-- purpose      every change that one person proposes and another approves, with what became of it; permissions to read
-- owner        channel-admin-provider
-- tables       admin_command
-- rows         thousands a year; none is ever deleted
-- algorithm    CREATE TABLE and INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U007; it loses all proposals
-- order        before the version of channel-admin-provider that needs it

CREATE TABLE admin_command (
  id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'number of the proposal',
  request_no    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the command that proposed it',
  action        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'such as channel.createScheme',
  target_kind   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PRODUCT, SCHEME, USER, ...',
  target_code   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of what is changed',
  base_version  BIGINT NULL COMMENT 'version of the target when it was proposed, 0 when it did not exist, null where its owner has none',
  payload       MEDIUMTEXT NOT NULL COMMENT 'JSON of the change; never a secret',
  reason        VARCHAR(500) NOT NULL COMMENT 'why it was proposed',
  maker         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who proposed it',
  status        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING; APPROVED then EXECUTED or FAILED; REJECTED, WITHDRAWN, EXPIRED',
  expires_at    DATETIME(3) NOT NULL COMMENT 'UTC, nobody can approve it afterwards',
  checker       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who approved or rejected it, never the maker',
  decided_at    DATETIME(3) NULL COMMENT 'UTC',
  note          VARCHAR(500) NULL COMMENT 'why it was decided so',
  result        MEDIUMTEXT NULL COMMENT 'JSON of the target afterwards, or the code and message of a failure',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  KEY idx_status (status, id),
  KEY idx_maker (maker, id),
  KEY idx_target (target_kind, target_code, id),
  KEY idx_expires_at (status, expires_at),
  CONSTRAINT ck_admin_command_status CHECK (status IN ('PENDING', 'APPROVED', 'EXECUTED', 'FAILED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  CONSTRAINT ck_admin_command_four_eyes CHECK (checker IS NULL OR checker <> maker),
  CONSTRAINT ck_admin_command_decided CHECK ((status = 'PENDING') = (decided_at IS NULL)),
  CONSTRAINT ck_admin_command_checked CHECK (status NOT IN ('APPROVED', 'EXECUTED', 'FAILED', 'REJECTED') OR checker IS NOT NULL),
  CONSTRAINT ck_admin_command_action CHECK (action LIKE '%.%')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='changes that one person proposes and another approves';

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:approval:read', 'Reads all proposals and what became of them'),
  ('iam:user:read', 'Reads users, roles and permissions');

INSERT INTO iam_role_permission (role_code, permission_code) VALUES
  ('ADMINISTRATOR', 'channel:approval:read'),
  ('ADMINISTRATOR', 'iam:user:read'),
  ('MAKER', 'channel:approval:read'),
  ('CHECKER', 'channel:approval:read'),
  ('VIEWER', 'channel:approval:read');

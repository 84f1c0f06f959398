-- V006 users, roles and sessions
--
-- purpose      who may log in, what each may do, sessions, and the count of failed attempts
-- owner        channel-admin-provider
-- tables       iam_permission, iam_role, iam_role_permission, iam_user, iam_user_role, iam_user_channel, iam_session,
--              iam_login_guard
-- rows         dozens; sessions: one per login, purged after a day; iam_login_guard: one per name or address that was tried
-- algorithm    CREATE TABLE and INSERT into new tables only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U006; it loses all users
-- order        before the version of channel-admin-provider that needs it

CREATE TABLE iam_permission (
  permission_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'domain:resource:action, as on the contract methods',
  description     VARCHAR(128) NOT NULL COMMENT 'what it allows',
  created_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (permission_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every permission there is; rows come with schema versions only';

CREATE TABLE iam_role (
  role_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code, never changed',
  name       VARCHAR(64) NOT NULL COMMENT 'name for people',
  version    BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every change',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (role_code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='sets of permissions';

CREATE TABLE iam_role_permission (
  role_code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'role',
  permission_code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'permission',
  granted         TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '0 once it was taken away',
  created_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at      DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (role_code, permission_code),
  CONSTRAINT ck_iam_role_permission_granted CHECK (granted IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what a role may do';

CREATE TABLE iam_user (
  login_name         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'name to log in with, never changed, shown by audits',
  display_name       VARCHAR(64) NOT NULL COMMENT 'name for people',
  user_kind          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPERATOR or CHANNEL_USER (sees own channels only)',
  status             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ENABLED or DISABLED',
  password_hash      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PBKDF2-HMAC-SHA256, base64 of 32 bytes',
  password_salt      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'base64 of 16 random bytes',
  password_rounds    INT NOT NULL COMMENT 'iterations of this row; raised at the next login when the configuration is higher',
  must_change        TINYINT UNSIGNED NOT NULL COMMENT '1 while the password is a one-time password',
  password_until     DATETIME(3) NULL COMMENT 'UTC, end of a one-time password, null for a chosen one',
  version            BIGINT NOT NULL DEFAULT 1 COMMENT 'rises with every change of kind, status, roles or channels',
  created_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at         DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (login_name),
  CONSTRAINT ck_iam_user_kind CHECK (user_kind IN ('OPERATOR', 'CHANNEL_USER')),
  CONSTRAINT ck_iam_user_status CHECK (status IN ('ENABLED', 'DISABLED')),
  CONSTRAINT ck_iam_user_rounds CHECK (password_rounds >= 10000),
  CONSTRAINT ck_iam_user_must_change CHECK (must_change IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='persons who may log in';

CREATE TABLE iam_user_role (
  login_name VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user',
  role_code  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'role',
  granted    TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '0 once it was taken away',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (login_name, role_code),
  KEY idx_role (role_code, granted),
  CONSTRAINT ck_iam_user_role_granted CHECK (granted IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='roles of a user';

CREATE TABLE iam_user_channel (
  login_name   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user of channels',
  channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'channel that the user sees',
  granted      TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '0 once it was taken away',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (login_name, channel_code),
  CONSTRAINT ck_iam_user_channel_granted CHECK (granted IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='channels of a user';

CREATE TABLE iam_session (
  token_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the token in hex; the token is stored nowhere',
  login_name   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user',
  last_seen_at DATETIME(3) NOT NULL COMMENT 'UTC, moved at most once a minute; 30 minutes later the session has ended',
  expires_at   DATETIME(3) NOT NULL COMMENT 'UTC, its end in any case, 12 hours after the login',
  revoked_at   DATETIME(3) NULL COMMENT 'UTC, logout, change of password, roles or status',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC, login',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (token_hash),
  KEY idx_login_name (login_name),
  KEY idx_expires_at (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='sessions of persons';

CREATE TABLE iam_login_guard (
  subject_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'USER or ADDRESS',
  subject_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the name or address as it came; people type passwords into the field for names',
  failures     INT NOT NULL COMMENT 'attempts that were begun since the last success, at most 5 before the lock',
  locked_until DATETIME(3) NULL COMMENT 'UTC, nobody gets in before',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (subject_kind, subject_hash),
  KEY idx_updated_at (updated_at),
  CONSTRAINT ck_iam_login_guard_kind CHECK (subject_kind IN ('USER', 'ADDRESS')),
  CONSTRAINT ck_iam_login_guard_failures CHECK (failures >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='failed attempts to log in';

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:configuration:read', 'Reads institutions, schemes, products, channels and their limits'),
  ('channel:institution:update', 'Proposes an institution or a change of its status'),
  ('channel:institution:approve', 'Approves an institution or a change of its status'),
  ('channel:scheme:update', 'Proposes a ratio scheme'),
  ('channel:scheme:approve', 'Approves a ratio scheme'),
  ('channel:product:update', 'Proposes a product or a change of its status'),
  ('channel:product:approve', 'Approves a product or a change of its status'),
  ('iam:user:update', 'Proposes users, their roles and channels, a new one-time password, or their end'),
  ('iam:user:approve', 'Approves users, their roles and channels, a new one-time password, or their end'),
  ('iam:role:update', 'Proposes what a role may do'),
  ('iam:role:approve', 'Approves what a role may do'),
  ('loan:order:read', 'Reads master orders, plans and their history'),
  ('loan:borrower:read', 'Reads borrowers, masked'),
  ('fund:order:read', 'Reads legs and sub-orders'),
  ('repayment:ledger:read', 'Reads ledgers, repayments and quotes'),
  ('repayment:ledger:audit', 'Checks the ledger of an order and reads findings'),
  ('repayment:collection:read', 'Reads attempts of the collection run'),
  ('repayment:report:read', 'Reads reports of institutions'),
  ('repayment:difference:read', 'Reads files of institutions and differences to our book'),
  ('repayment:difference:assign', 'Gives a difference to a person'),
  ('repayment:difference:close', 'Proposes the end of a difference'),
  ('repayment:difference:approve', 'Approves the end of a difference'),
  ('ops:status:read', 'Reads what a provider says of itself'),
  ('ops:message:read', 'Reads messages that wait or failed'),
  ('ops:message:resolve', 'Sends a message again, or gives it up'),
  ('ops:job:read', 'Reads runs of jobs'),
  ('ops:job:run', 'Starts the run of a job');

INSERT INTO iam_role (role_code, name) VALUES
  ('ADMINISTRATOR', 'Users and roles'),
  ('MAKER', 'Proposes changes of configuration'),
  ('CHECKER', 'Approves changes of configuration'),
  ('VIEWER', 'Reads'),
  ('SUPPORT', 'Keeps messages and jobs running');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT 'ADMINISTRATOR', permission_code FROM iam_permission WHERE permission_code LIKE 'iam:%'
  UNION SELECT 'VIEWER', permission_code FROM iam_permission WHERE permission_code LIKE '%:read' AND permission_code NOT LIKE 'iam:%'
  UNION SELECT 'MAKER', permission_code FROM iam_permission WHERE permission_code LIKE '%:read' AND permission_code NOT LIKE 'iam:%'
  UNION SELECT 'MAKER', permission_code FROM iam_permission WHERE permission_code LIKE 'channel:%:update'
  UNION SELECT 'MAKER', permission_code FROM iam_permission WHERE permission_code = 'repayment:difference:close'
  UNION SELECT 'CHECKER', permission_code FROM iam_permission WHERE permission_code LIKE '%:read' AND permission_code NOT LIKE 'iam:%'
  UNION SELECT 'CHECKER', permission_code FROM iam_permission WHERE permission_code LIKE '%:approve' AND permission_code NOT LIKE 'iam:%'
  UNION SELECT 'SUPPORT', permission_code FROM iam_permission WHERE permission_code LIKE '%:read' AND permission_code NOT LIKE 'iam:%'
  UNION SELECT 'SUPPORT', permission_code FROM iam_permission WHERE permission_code IN ('ops:message:resolve', 'ops:job:run', 'repayment:ledger:audit', 'repayment:difference:assign');

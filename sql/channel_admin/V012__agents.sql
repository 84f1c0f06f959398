-- V012 customer managers
--
-- purpose      customer managers of channels, whose customers are whose, and who may see what of it
-- owner        channel-admin-provider
-- tables       agent, customer_assignment; rows in iam_permission, iam_role and iam_role_permission
-- rows         hundreds of customer managers, at most 2000 customers each
-- algorithm    CREATE TABLE and INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U012; it loses all customer managers and whose customers are whose
-- order        before the version of channel-admin-provider that needs it

CREATE TABLE agent (
  agent_no     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the customer manager, never changed',
  channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'channel',
  login_name   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user who is the customer manager; names of persons are there and not here',
  status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ENABLED or DISABLED',
  version      BIGINT NOT NULL COMMENT 'rises with every change',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (agent_no),
  UNIQUE KEY uk_login_name (login_name),
  KEY idx_channel (channel_code, agent_no),
  CONSTRAINT ck_agent_status CHECK (status IN ('ENABLED', 'DISABLED')),
  CONSTRAINT ck_agent_version CHECK (version > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='customer managers of channels';

CREATE TABLE customer_assignment (
  borrower_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'customer, by borrower number',
  agent_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'customer manager now; those of before are in audit_log',
  version     BIGINT NOT NULL COMMENT 'rises with every change',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (borrower_no),
  KEY idx_agent (agent_no, borrower_no),
  CONSTRAINT ck_customer_assignment_version CHECK (version > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='whose customers are whose: one customer manager for a customer at a time';

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:agent:update', 'Registers customer managers and gives them customers'),
  ('channel:agent:read', 'Reads customer managers and whose customers are whose'),
  ('channel:agent:orders', 'Reads the orders of the own customers, masked')
ON DUPLICATE KEY UPDATE description = VALUES(description);

INSERT INTO iam_role (role_code, name) VALUES
  ('AGENT', 'Customer manager: sees the orders of the own customers')
ON DUPLICATE KEY UPDATE name = VALUES(name);

INSERT INTO iam_role_permission (role_code, permission_code) VALUES
  ('AGENT', 'channel:agent:orders'),
  ('MAKER', 'channel:agent:update'),
  ('MAKER', 'channel:agent:read'),
  ('CHECKER', 'channel:agent:read'),
  ('VIEWER', 'channel:agent:read'),
  ('SUPPORT', 'channel:agent:read')
ON DUPLICATE KEY UPDATE granted = 1;

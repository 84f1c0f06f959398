-- V009 calls of each contract method by day
--
-- purpose      tells which contract methods nobody uses any more; the permission to read that
-- owner        channel-admin-provider
-- tables       rpc_method, rpc_call_day, iam_permission, iam_role_permission
-- rows         one for each method, and one for each method and day with a call, at most 400 days: about 20,000
-- algorithm    CREATE TABLE and INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U009; it loses the counts
-- order        before the version of channel-admin-provider that needs it; then the grants, for the DELETE of the purge

CREATE TABLE rpc_method (
  contract_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full name of the interface',
  method_name   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'method of it',
  counted_since DATE NOT NULL COMMENT 'UTC, day on which the provider first exported it and began to count its calls',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC, rows are never changed',
  PRIMARY KEY (contract_name, method_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='contract methods whose calls are counted';

CREATE TABLE rpc_call_day (
  contract_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full name of the interface',
  method_name   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'method of it',
  call_date     DATE NOT NULL COMMENT 'UTC, day on which the calls were stored, seconds after they were made',
  calls         BIGINT NOT NULL COMMENT 'calls at all instances, refused ones too',
  created_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at    DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (contract_name, method_name, call_date),
  KEY idx_rpc_call_day_date (call_date),
  CONSTRAINT ck_rpc_call_day_calls CHECK (calls > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='calls of each contract method by day; purged after 400 days';

INSERT INTO iam_permission (permission_code, description) VALUES
  ('ops:rpc:read', 'Reads which contract methods are called, and by whom');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT r.role_code, 'ops:rpc:read' FROM iam_role r WHERE r.role_code IN ('VIEWER', 'MAKER', 'CHECKER', 'SUPPORT');

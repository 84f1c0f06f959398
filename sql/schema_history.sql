-- purpose: the history of a schema, for those who run the scripts by hand; scripts/sql makes it by itself
-- owner: database administrators
-- run: once in each database, before V001
CREATE TABLE IF NOT EXISTS schema_history (
  version     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'V001 for a version, S001 for seed data',
  description VARCHAR(128) NOT NULL COMMENT 'words of the file name',
  checksum    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file, hex',
  applied_by  VARCHAR(128) NOT NULL COMMENT 'database user and host of the run',
  applied_at  DATETIME(3) NOT NULL COMMENT 'UTC, when the run began',
  duration_ms BIGINT NOT NULL COMMENT 'how long it took',
  state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RUNNING, APPLIED, FAILED, ROLLED_BACK',
  note        VARCHAR(1000) NULL COMMENT 'for FAILED: which statement and why',
  created_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at  DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (version),
  CONSTRAINT ck_schema_history_state CHECK (state IN ('RUNNING', 'APPLIED', 'FAILED', 'ROLLED_BACK'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='scripts that ran on this schema';

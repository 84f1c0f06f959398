-- V006 copies of configuration
--
-- purpose      what channel-admin-provider said last of products, by message or when asked: used while it does not answer
-- owner        loan-provider
-- tables       configuration_copy
-- rows         one for each product
-- algorithm    CREATE TABLE only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U006; the copies come again with the next questions
-- order        before the version of loan-provider that needs it

CREATE TABLE configuration_copy (
  kind           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'product or channel (where borrowers come from)',
  config_code    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of what was copied',
  config_version BIGINT NOT NULL COMMENT 'its version: an older or equal one that comes by message changes nothing',
  body           TEXT NOT NULL COMMENT 'JSON as channel-admin-provider said it',
  created_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at     DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (kind, config_code),
  CONSTRAINT ck_configuration_copy_kind CHECK (kind IN ('product', 'channel')),
  CONSTRAINT ck_configuration_copy_version CHECK (config_version > 0),
  CONSTRAINT ck_configuration_copy_json CHECK (JSON_VALID(body))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what channel-admin-provider said last, used while it does not answer';

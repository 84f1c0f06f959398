-- V010 one number for the whole configuration
--
-- purpose      tells that anything was changed between the proposal and the approval of an import; its permissions
-- owner        channel-admin-provider
-- tables       configuration_revision; rows in iam_permission and iam_role_permission
-- rows         one
-- algorithm    CREATE TABLE and INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U010
-- order        before the version of channel-admin-provider that needs it

CREATE TABLE configuration_revision (
  id         TINYINT UNSIGNED NOT NULL COMMENT 'always 1',
  revision   BIGINT NOT NULL COMMENT 'rises with every change of an institution, scheme, product or fund channel',
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (id),
  CONSTRAINT ck_configuration_revision_id CHECK (id = 1),
  CONSTRAINT ck_configuration_revision_revision CHECK (revision > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='counts the changes of the configuration';

INSERT INTO configuration_revision (id, revision) VALUES (1, 1);

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:configuration:update', 'Proposes to bring configuration from another platform'),
  ('channel:configuration:approve', 'Approves to bring configuration from another platform')
ON DUPLICATE KEY UPDATE description = VALUES(description);

INSERT INTO iam_role_permission (role_code, permission_code) VALUES
  ('MAKER', 'channel:configuration:update'),
  ('CHECKER', 'channel:configuration:approve')
ON DUPLICATE KEY UPDATE granted = 1;

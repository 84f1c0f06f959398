-- V011 channels: where borrowers come from
--
-- purpose      channels with their life from the application to the end, and who may do what with them
-- owner        channel-admin-provider
-- tables       acquisition_channel; rows in iam_permission and iam_role_permission
-- rows         hundreds
-- algorithm    CREATE TABLE and INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U011; it loses all channels
-- order        before the version of channel-admin-provider that needs it

CREATE TABLE acquisition_channel (
  channel_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code, never changed',
  name         VARCHAR(64) NOT NULL COMMENT 'name for people',
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'APP, H5, PARTNER (the system of another company) or OFFLINE (customer managers)',
  status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'APPLIED, then REVIEWED or REJECTED; ENABLED, DISABLED, CLOSED',
  applicant    VARCHAR(64) NOT NULL COMMENT 'who applied for it',
  reviewer     VARCHAR(64) NULL COMMENT 'who reviewed it, never the applicant',
  review_note  VARCHAR(500) NULL COMMENT 'why it was accepted or rejected',
  version      BIGINT NOT NULL COMMENT 'rises with every change',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (channel_code),
  KEY idx_status (status, channel_code),
  CONSTRAINT ck_acquisition_channel_kind CHECK (kind IN ('APP', 'H5', 'PARTNER', 'OFFLINE')),
  CONSTRAINT ck_acquisition_channel_status CHECK (status IN ('APPLIED', 'REVIEWED', 'REJECTED', 'ENABLED', 'DISABLED', 'CLOSED')),
  CONSTRAINT ck_acquisition_channel_reviewed CHECK ((status = 'APPLIED') = (reviewer IS NULL)),
  CONSTRAINT ck_acquisition_channel_second_person CHECK (reviewer IS NULL OR reviewer <> applicant),
  CONSTRAINT ck_acquisition_channel_version CHECK (version > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='channels: where borrowers come from';

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:channel:apply', 'Applies for a channel'),
  ('channel:channel:review', 'Reviews a channel that somebody else applied for'),
  ('channel:channel:update', 'Proposes to enable, disable or close a channel'),
  ('channel:channel:approve', 'Approves to enable, disable or close a channel')
ON DUPLICATE KEY UPDATE description = VALUES(description);

INSERT INTO iam_role_permission (role_code, permission_code) VALUES
  ('MAKER', 'channel:channel:apply'),
  ('MAKER', 'channel:channel:update'),
  ('CHECKER', 'channel:channel:review'),
  ('CHECKER', 'channel:channel:approve')
ON DUPLICATE KEY UPDATE granted = 1;

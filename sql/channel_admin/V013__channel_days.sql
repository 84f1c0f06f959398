-- V013 who reads what channels brought
--
-- purpose      the permission to read what channels brought by day, and a role for users of channels
-- owner        channel-admin-provider
-- tables       rows in iam_permission, iam_role and iam_role_permission
-- rows         six
-- algorithm    INSERT only: no existing table is locked or copied
-- duration     under a second
-- reversible   yes, U013
-- order        before the version of channel-admin-provider that needs it

INSERT INTO iam_permission (permission_code, description) VALUES
  ('loan:channel:read', 'Reads what channels brought, by day')
ON DUPLICATE KEY UPDATE description = VALUES(description);

INSERT INTO iam_role (role_code, name) VALUES
  ('CHANNEL', 'User of a channel: sees what the own channels brought')
ON DUPLICATE KEY UPDATE name = VALUES(name);

INSERT INTO iam_role_permission (role_code, permission_code) VALUES
  ('CHANNEL', 'loan:channel:read'),
  ('CHANNEL', 'channel:configuration:read'),
  ('MAKER', 'loan:channel:read'),
  ('CHECKER', 'loan:channel:read'),
  ('VIEWER', 'loan:channel:read'),
  ('SUPPORT', 'loan:channel:read')
ON DUPLICATE KEY UPDATE granted = 1;

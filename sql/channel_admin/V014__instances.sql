-- V014 the permission to take instances offline
--
-- purpose      lets people take an instance of a provider offline and online from the console
-- owner        channel-admin-provider
-- tables       iam_permission, iam_role_permission
-- rows         2
-- algorithm    INSERT only: no table is locked or copied
-- duration     under a second
-- reversible   yes, U014; nobody has the permission then
-- order        before the version of channel-admin-provider that needs it

INSERT INTO iam_permission (permission_code, description) VALUES
  ('ops:instance:offline', 'Takes an instance of a provider offline and online');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT r.role_code, 'ops:instance:offline' FROM iam_role r WHERE r.role_code = 'SUPPORT';

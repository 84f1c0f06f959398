-- V016 the permission to hold breakers
--
-- purpose      lets people hold the breaker before an institution open or closed for a time
-- owner        channel-admin-provider
-- tables       iam_permission, iam_role_permission
-- rows         2
-- algorithm    INSERT only: no table is locked or copied
-- duration     under a second
-- reversible   yes, U016; nobody has the permission then
-- order        before the version of channel-admin-provider that needs it

INSERT INTO iam_permission (permission_code, description) VALUES
  ('fund:breaker:switch', 'Holds the breaker before an institution open or closed for a time');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT r.role_code, 'fund:breaker:switch' FROM iam_role r WHERE r.role_code = 'SUPPORT';

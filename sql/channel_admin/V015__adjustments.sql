-- V015 the permissions to give dues of an order up
--
-- purpose      waivers and write-offs are proposed by one person and approved by another
-- owner        channel-admin-provider
-- tables       iam_permission, iam_role_permission
-- rows         4
-- algorithm    INSERT only: no table is locked or copied
-- duration     under a second
-- reversible   yes, U015; nobody has the permissions then
-- order        before the versions of channel-admin-provider and repayment-provider that need it

INSERT INTO iam_permission (permission_code, description) VALUES
  ('repayment:adjustment:create', 'Proposes to give dues of an order up, or all of them'),
  ('repayment:adjustment:approve', 'Approves to give dues of an order up, or all of them');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT r.role_code, 'repayment:adjustment:create' FROM iam_role r WHERE r.role_code = 'MAKER'
  UNION SELECT r.role_code, 'repayment:adjustment:approve' FROM iam_role r WHERE r.role_code = 'CHECKER';

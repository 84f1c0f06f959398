-- U015 takes V015 of channel_admin back: no role may propose or approve waivers; the permissions go with who had them.
DELETE FROM iam_role_permission WHERE permission_code IN ('repayment:adjustment:create', 'repayment:adjustment:approve');
DELETE FROM iam_permission WHERE permission_code IN ('repayment:adjustment:create', 'repayment:adjustment:approve');

-- U015 takes V015 of channel_admin back: no role may propose or approve waivers; the permissions stay as rows that nothing demands.
UPDATE iam_role_permission SET granted = 0
 WHERE permission_code IN ('repayment:adjustment:create', 'repayment:adjustment:approve');

-- U013 takes V013 of channel_admin back: nobody may read what channels brought; the role and the permission go with who had them.
UPDATE iam_user_role SET granted = 0 WHERE role_code = 'CHANNEL';
DELETE FROM iam_role_permission WHERE role_code = 'CHANNEL';
DELETE FROM iam_role WHERE role_code = 'CHANNEL';
DELETE FROM iam_role_permission WHERE permission_code IN ('loan:channel:read');
DELETE FROM iam_permission WHERE permission_code IN ('loan:channel:read');

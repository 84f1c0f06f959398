-- U007 takes V007 of channel_admin back: all proposals are lost, and the two permissions with who had them.
DROP TABLE IF EXISTS admin_command;
DELETE FROM iam_role_permission WHERE permission_code IN ('channel:approval:read', 'iam:user:read');
DELETE FROM iam_permission WHERE permission_code IN ('channel:approval:read', 'iam:user:read');

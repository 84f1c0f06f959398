-- U010 takes V010 of channel_admin back: the count is lost, and the permissions with who had them.
DROP TABLE IF EXISTS configuration_revision;
DELETE FROM iam_role_permission WHERE permission_code IN ('channel:configuration:update', 'channel:configuration:approve');
DELETE FROM iam_permission WHERE permission_code IN ('channel:configuration:update', 'channel:configuration:approve');

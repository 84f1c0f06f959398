-- U012 takes V012 of channel_admin back: all customer managers and whose customers are whose are lost, and the role and the permissions with
-- who had them.
DROP TABLE IF EXISTS customer_assignment;
DROP TABLE IF EXISTS agent;
UPDATE iam_user_role SET granted = 0 WHERE role_code = 'AGENT';
DELETE FROM iam_role_permission WHERE role_code = 'AGENT';
DELETE FROM iam_role WHERE role_code = 'AGENT';
DELETE FROM iam_role_permission WHERE permission_code IN ('channel:agent:update', 'channel:agent:read', 'channel:agent:orders');
DELETE FROM iam_permission WHERE permission_code IN ('channel:agent:update', 'channel:agent:read', 'channel:agent:orders');

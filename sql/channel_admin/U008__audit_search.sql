-- U008 takes V008 of channel_admin back: the indexes go, and the permissions with who had them.
ALTER TABLE audit_log
  DROP KEY idx_operator_time,
  DROP KEY idx_action_time,
  DROP KEY idx_target_time;
DELETE FROM iam_role_permission WHERE permission_code IN (
  'channel:audit:read', 'channel:fundchannel:update', 'channel:fundchannel:approve', 'fund:flow:read', 'fund:flow:publish',
  'fund:flow:activate', 'fund:route:read', 'fund:route:publish', 'fund:route:activate', 'fund:task:read', 'fund:task:resume',
  'fund:task:update', 'fund:task:approve');
DELETE FROM iam_permission WHERE permission_code IN (
  'channel:audit:read', 'channel:fundchannel:update', 'channel:fundchannel:approve', 'fund:flow:read', 'fund:flow:publish',
  'fund:flow:activate', 'fund:route:read', 'fund:route:publish', 'fund:route:activate', 'fund:task:read', 'fund:task:resume',
  'fund:task:update', 'fund:task:approve');

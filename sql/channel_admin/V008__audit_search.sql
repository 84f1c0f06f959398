-- V008 searchable audit, permissions of the fund side
--
-- purpose      finds who changed what by person, action, target and time, newest first, without sorting; permissions on flows, routes,
--              tasks and fund channels, and to read the audit
-- owner        channel-admin-provider
-- tables       audit_log, iam_permission, iam_role_permission
-- rows         one audit_log row per change made by a person; a million after years
-- algorithm    three indexes added in place, writers go on; INSERT of a few rows
-- duration     seconds for a million rows
-- reversible   yes, U008
-- order        before the version of channel-admin-provider that needs it

ALTER TABLE audit_log
  ADD KEY idx_operator_time (operator, created_at),
  ADD KEY idx_action_time (action, created_at),
  ADD KEY idx_target_time (target_kind, target_code, created_at),
  ALGORITHM=INPLACE, LOCK=NONE;

INSERT INTO iam_permission (permission_code, description) VALUES
  ('channel:audit:read', 'Searches who changed what'),
  ('channel:fundchannel:update', 'Proposes when and how much an institution funds'),
  ('channel:fundchannel:approve', 'Approves when and how much an institution funds'),
  ('fund:flow:read', 'Reads definitions of flows and channels, and replays of recorded tasks'),
  ('fund:flow:publish', 'Publishes a version of a flow or channel as a draft'),
  ('fund:flow:activate', 'Brings a version into use that somebody else published'),
  ('fund:route:read', 'Reads routes, decisions and quotas'),
  ('fund:route:publish', 'Publishes a version of a route as a draft'),
  ('fund:route:activate', 'Brings a version of a route into use that somebody else published'),
  ('fund:task:read', 'Reads tasks that run with institutions'),
  ('fund:task:resume', 'Lets a task that waits for a person go on where it stands'),
  ('fund:task:update', 'Proposes to move or end a task'),
  ('fund:task:approve', 'Approves to move or end a task');

INSERT INTO iam_role_permission (role_code, permission_code)
  SELECT r.role_code, p.permission_code
    FROM iam_role r JOIN iam_permission p
      ON p.permission_code IN ('fund:flow:read', 'fund:route:read', 'fund:task:read')
   WHERE r.role_code IN ('VIEWER', 'MAKER', 'CHECKER', 'SUPPORT')
  UNION SELECT r.role_code, 'channel:audit:read' FROM iam_role r WHERE r.role_code IN ('ADMINISTRATOR', 'CHECKER', 'VIEWER')
  UNION SELECT 'MAKER', permission_code FROM iam_permission
   WHERE permission_code IN ('channel:fundchannel:update', 'fund:flow:publish', 'fund:route:publish', 'fund:task:update')
  UNION SELECT 'CHECKER', permission_code FROM iam_permission
   WHERE permission_code IN ('channel:fundchannel:approve', 'fund:flow:activate', 'fund:route:activate', 'fund:task:approve')
  UNION SELECT 'SUPPORT', permission_code FROM iam_permission
   WHERE permission_code IN ('fund:task:resume', 'fund:task:update');

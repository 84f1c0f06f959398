-- U011 takes V011 of channel_admin back: all channels are lost, and the permissions with who had them.
DROP TABLE IF EXISTS acquisition_channel;
DELETE FROM iam_role_permission WHERE permission_code IN (
  'channel:channel:apply', 'channel:channel:review', 'channel:channel:update', 'channel:channel:approve');
DELETE FROM iam_permission WHERE permission_code IN (
  'channel:channel:apply', 'channel:channel:review', 'channel:channel:update', 'channel:channel:approve');

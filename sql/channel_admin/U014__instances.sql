-- U014 takes V014 of channel_admin back: no role may take an instance offline; the permission goes with who had it.
DELETE FROM iam_role_permission WHERE permission_code IN ('ops:instance:offline');
DELETE FROM iam_permission WHERE permission_code IN ('ops:instance:offline');

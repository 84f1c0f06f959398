-- U014 takes V014 of channel_admin back: no role may take an instance offline; the permission stays as a row that nothing demands.
UPDATE iam_role_permission SET granted = 0 WHERE permission_code = 'ops:instance:offline';

-- U013 takes V013 of channel_admin back: nobody may read what channels brought; the rows stay.
UPDATE iam_role_permission SET granted = 0 WHERE permission_code = 'loan:channel:read';

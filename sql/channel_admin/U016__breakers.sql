-- U016 takes V016 of channel_admin back: no role may hold a breaker; the permission goes with who had it.
DELETE FROM iam_role_permission WHERE permission_code IN ('fund:breaker:switch');
DELETE FROM iam_permission WHERE permission_code IN ('fund:breaker:switch');

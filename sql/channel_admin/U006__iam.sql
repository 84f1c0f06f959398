-- U006 takes V006 of channel_admin back: all users, roles and sessions are lost.
DROP TABLE IF EXISTS iam_login_guard;
DROP TABLE IF EXISTS iam_session;
DROP TABLE IF EXISTS iam_user_channel;
DROP TABLE IF EXISTS iam_user_role;
DROP TABLE IF EXISTS iam_user;
DROP TABLE IF EXISTS iam_role_permission;
DROP TABLE IF EXISTS iam_role;
DROP TABLE IF EXISTS iam_permission;

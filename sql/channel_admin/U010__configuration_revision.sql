-- U010 takes V010 of channel_admin back: the count is lost, the permissions stay as rows that nothing demands.
DROP TABLE IF EXISTS configuration_revision;

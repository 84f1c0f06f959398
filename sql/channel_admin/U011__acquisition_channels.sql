-- U011 takes V011 of channel_admin back: all channels are lost, the permissions stay as rows that nothing demands.
DROP TABLE IF EXISTS acquisition_channel;

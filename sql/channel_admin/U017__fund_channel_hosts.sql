-- U017 takes V017 of channel_admin back: the hosts of fund channels are gone.
ALTER TABLE fund_channel DROP COLUMN hosts;

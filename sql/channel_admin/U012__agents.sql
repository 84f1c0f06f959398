-- U012 takes V012 of channel_admin back: all customer managers and whose customers are whose are lost; the permissions and the role stay as
-- rows that nothing demands.
DROP TABLE IF EXISTS customer_assignment;
DROP TABLE IF EXISTS agent;

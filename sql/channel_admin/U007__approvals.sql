-- U007 takes V007 of channel_admin back: all proposals are lost. The permissions to read stay as rows that nothing demands.
DROP TABLE IF EXISTS admin_command;

-- Purpose: undo V005: drops fund channels with all their versions. The provider must be stopped.
DROP TABLE IF EXISTS fund_channel_window;
DROP TABLE IF EXISTS fund_channel_quota;
DROP TABLE IF EXISTS fund_channel;

-- U008 takes V008 of loan back: days older than a week are not counted again by themselves.
DROP TABLE IF EXISTS channel_day;

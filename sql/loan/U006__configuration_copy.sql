-- U006 takes V006 of loan back: the copies go; without them products are asked for.
DROP TABLE IF EXISTS configuration_copy;

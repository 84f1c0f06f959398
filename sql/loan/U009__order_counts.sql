-- U009 takes V009 of loan back: the counts of earlier hours are lost.
DROP TABLE IF EXISTS order_state_hour;

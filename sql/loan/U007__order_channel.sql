-- U007 takes V007 of loan back: the channels of orders are lost.
ALTER TABLE loan_order_archive DROP COLUMN channel_code;
ALTER TABLE loan_order DROP COLUMN channel_code;

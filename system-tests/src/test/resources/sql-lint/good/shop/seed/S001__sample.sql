INSERT INTO sale (sale_no, order_no, shard_key, status, price_fen, yearly_rate, buyer) VALUES ('S1', 'O1', 1, 'OPEN', 5, 0.1, 'somebody');

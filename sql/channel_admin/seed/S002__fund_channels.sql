-- S002 sample fund channels, and a scheme without external money, for development, demos and tests. Not for production.
-- May run again: a row that exists stays as it is, but is given the hosts that rows of before V017 lack.

INSERT INTO fund_channel (institution_code, version, status, open_hours, hosts) VALUES
  ('BANK-A', 1, 'OPEN', '00:00-24:00', '127.0.0.1'),
  ('BANK-B', 1, 'OPEN', '00:00-24:00', '127.0.0.1')
ON DUPLICATE KEY UPDATE hosts = IF(hosts = '', VALUES(hosts), hosts);

INSERT INTO fund_channel_quota (institution_code, version, dimension, limit_fen, alarm_bp) VALUES
  ('BANK-A', 1, 'DAY', 10000000000000, 9000),
  ('BANK-A', 1, 'TOTAL', 100000000000000, 9000),
  ('BANK-A', 1, 'BALANCE', 50000000000000, 9000),
  ('BANK-B', 1, 'DAY', 10000000000000, 9000),
  ('BANK-B', 1, 'TOTAL', 100000000000000, 9000)
ON DUPLICATE KEY UPDATE dimension = VALUES(dimension);

INSERT INTO ratio_scheme (scheme_code, name) VALUES ('OWN-100', 'Small-loan company alone')
ON DUPLICATE KEY UPDATE scheme_code = VALUES(scheme_code);

INSERT INTO ratio_share (scheme_code, seat, institution_code, kind, share_bp, is_lead) VALUES
  ('OWN-100', 1, 'SMALL-LOAN', 'SELF', 10000, 1)
ON DUPLICATE KEY UPDATE seat = VALUES(seat);

-- S001 sample institutions, schemes and products for development, demos and tests. Not for production.
-- May run again: a row that exists stays as it is.

INSERT INTO institution (institution_code, name, kind, status) VALUES
  ('BANK-A', 'Sample Bank A', 'EXTERNAL', 'ENABLED'),
  ('BANK-B', 'Sample Bank B', 'EXTERNAL', 'ENABLED'),
  ('SMALL-LOAN', 'Sample Small-Loan Company', 'SELF', 'ENABLED')
ON DUPLICATE KEY UPDATE institution_code = VALUES(institution_code);

INSERT INTO ratio_scheme (scheme_code, name) VALUES
  ('JOINT-70-30', 'Bank A 70, small-loan company 30'),
  ('JOINT-50-30-20', 'Bank A 50, bank B 30, small-loan company 20'),
  ('JOINT-80-20', 'Bank B 80, small-loan company 20')
ON DUPLICATE KEY UPDATE scheme_code = VALUES(scheme_code);

INSERT INTO ratio_share (scheme_code, seat, institution_code, kind, share_bp, is_lead) VALUES
  ('JOINT-70-30', 1, 'BANK-A', 'EXTERNAL', 7000, 0),
  ('JOINT-70-30', 2, 'SMALL-LOAN', 'SELF', 3000, 1),
  ('JOINT-50-30-20', 1, 'BANK-A', 'EXTERNAL', 5000, 0),
  ('JOINT-50-30-20', 2, 'BANK-B', 'EXTERNAL', 3000, 0),
  ('JOINT-50-30-20', 3, 'SMALL-LOAN', 'SELF', 2000, 1),
  ('JOINT-80-20', 1, 'BANK-B', 'EXTERNAL', 8000, 0),
  ('JOINT-80-20', 2, 'SMALL-LOAN', 'SELF', 2000, 1)
ON DUPLICATE KEY UPDATE seat = VALUES(seat);

INSERT INTO product (product_code, product_id, name, status, repayment_method, annual_rate, rounding, min_amount_fen, max_amount_fen, penalty_daily_rate, penalty_grace_days) VALUES
  ('LOAN-OWNER-HEXINHOUSE-A', 196, 'Owner loan A', 'ON_SALE', 'EQUAL_INSTALLMENT', 0.18, 'HALF_UP', 10000, 20000000, 0.0005, 3),
  ('LOAN-OWNER-HEXINHOUSE-B', 197, 'Owner loan B', 'ON_SALE', 'EQUAL_PRINCIPAL', 0.144, 'HALF_UP', 10000, 20000000, 0.0005, 0),
  ('LOAN-OWNER-HEXINHOUSE-C', 198, 'Owner loan C', 'ON_SALE', 'EQUAL_INSTALLMENT', 0.2388, 'HALF_EVEN', 10000, 20000000, 0.0005, 3),
  ('LOAN-OWNER-HEXINHOUSE-D', 199, 'Owner loan D', 'REPAY_ONLY', 'EQUAL_INSTALLMENT', 0.12, 'HALF_UP', 10000, 20000000, 0.0005, 3)
ON DUPLICATE KEY UPDATE product_code = VALUES(product_code);

INSERT INTO product_term (product_code, installments) VALUES
  ('LOAN-OWNER-HEXINHOUSE-A', 3), ('LOAN-OWNER-HEXINHOUSE-A', 6), ('LOAN-OWNER-HEXINHOUSE-A', 12),
  ('LOAN-OWNER-HEXINHOUSE-B', 3), ('LOAN-OWNER-HEXINHOUSE-B', 6), ('LOAN-OWNER-HEXINHOUSE-B', 12),
  ('LOAN-OWNER-HEXINHOUSE-C', 3), ('LOAN-OWNER-HEXINHOUSE-C', 6), ('LOAN-OWNER-HEXINHOUSE-C', 12),
  ('LOAN-OWNER-HEXINHOUSE-D', 3), ('LOAN-OWNER-HEXINHOUSE-D', 6), ('LOAN-OWNER-HEXINHOUSE-D', 12)
ON DUPLICATE KEY UPDATE installments = VALUES(installments);

INSERT INTO product_scheme (product_code, priority, scheme_code) VALUES
  ('LOAN-OWNER-HEXINHOUSE-A', 1, 'JOINT-70-30'),
  ('LOAN-OWNER-HEXINHOUSE-A', 2, 'JOINT-50-30-20'),
  ('LOAN-OWNER-HEXINHOUSE-A', 3, 'JOINT-80-20'),
  ('LOAN-OWNER-HEXINHOUSE-B', 1, 'JOINT-70-30'),
  ('LOAN-OWNER-HEXINHOUSE-B', 2, 'JOINT-50-30-20'),
  ('LOAN-OWNER-HEXINHOUSE-B', 3, 'JOINT-80-20'),
  ('LOAN-OWNER-HEXINHOUSE-C', 1, 'JOINT-50-30-20'),
  ('LOAN-OWNER-HEXINHOUSE-C', 2, 'JOINT-70-30'),
  ('LOAN-OWNER-HEXINHOUSE-D', 1, 'JOINT-70-30')
ON DUPLICATE KEY UPDATE priority = VALUES(priority);

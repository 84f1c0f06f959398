-- Takes back V002: the rates of legs are gone; repayment keeps those of orders whose sub-ledgers are open.
ALTER TABLE fund_leg DROP COLUMN own_annual_rate;

-- Takes back V002: the rates of legs and sub-orders are gone; repayment keeps those of orders whose ledgers are open.
ALTER TABLE sub_order DROP COLUMN own_annual_rate;
ALTER TABLE fund_leg DROP COLUMN own_annual_rate;

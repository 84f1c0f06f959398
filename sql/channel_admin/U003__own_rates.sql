-- Takes back V003: rates of their own are gone. Schemes that have one must not be used any more before.
ALTER TABLE ratio_share DROP COLUMN own_annual_rate;

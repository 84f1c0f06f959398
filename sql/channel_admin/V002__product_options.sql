-- Purpose:    what a product may set beyond its price: day count, multiples, fees, ceiling, penalty base and cap, order of settling.
-- Owner:      channel-admin-provider, the only writer.
-- Tables:     product.
-- Rows:       one value per product.
-- Lock:       product, while it is copied.
-- Downtime:   none to speak of: the table has few rows, commands on products wait for it.
-- Duration:   below one second.
-- Reversible: yes, U002 drops the column and what it holds.
-- Order:      before the start of the version of channel-admin-provider that needs it.

ALTER TABLE product
  ADD COLUMN options VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '{"aprCeiling": 0.36}'
    COMMENT 'JSON of ProductOptionsView; a field left out has its default. Products from before keep the ceiling that held for all',
  ADD CONSTRAINT ck_product_options CHECK (JSON_VALID(options)),
  DROP CONSTRAINT ck_product_method,
  ADD CONSTRAINT ck_product_repayment_method CHECK (repayment_method IN ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'BULLET', 'FLAT'));

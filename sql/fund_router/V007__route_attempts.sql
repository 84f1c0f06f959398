-- Purpose:    a funding knows its attempt of routing, and the legs of every attempt are kept: after a verified refusal an order is
--             given another scheme, whose legs have the seats of the first one.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     funding, fund_leg and their archive tables.
-- Rows:       one value per funding and leg; those of before are of attempt 1.
-- Lock:       the new primary keys copy fund_leg and fund_leg_archive.
-- Downtime:   fund-router-provider is stopped; a second for an empty schema, about a minute for each million orders.
-- Duration:   see downtime.
-- Reversible: yes, U007, as long as no order has a second attempt. After a stop in the middle run its later statements by hand.
-- Order:      before the version of fund-router-provider that needs it.

ALTER TABLE funding
  ADD COLUMN route_attempt SMALLINT NOT NULL DEFAULT 1 COMMENT 'attempt of routing, 1, 2, 3 ...; one more after every verified refusal',
  ADD COLUMN reroutes TINYINT NOT NULL DEFAULT 0 COMMENT '1: a verified refusal leads to the next attempt, otherwise the lead takes over',
  ADD CONSTRAINT ck_funding_reroutes CHECK (reroutes IN (0, 1));

ALTER TABLE funding_archive
  ADD COLUMN route_attempt SMALLINT NOT NULL DEFAULT 1 COMMENT 'attempt of routing, 1, 2, 3 ...; one more after every verified refusal',
  ADD COLUMN reroutes TINYINT NOT NULL DEFAULT 0 COMMENT '1: a verified refusal leads to the next attempt, otherwise the lead takes over';

ALTER TABLE fund_leg
  ADD COLUMN attempt SMALLINT NOT NULL DEFAULT 1 COMMENT 'attempt of routing that it belongs to',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (order_no, attempt, seat);

ALTER TABLE fund_leg_archive
  ADD COLUMN attempt SMALLINT NOT NULL DEFAULT 1 COMMENT 'attempt of routing that it belongs to',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (order_no, attempt, seat);

-- Purpose:    every institution is asked by a task: the leg of an order counts no queries of its own any more, may be taken back, and the
--             tables of the institutions that answered out of this schema in development go.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     fund_leg and fund_leg_archive change, sandbox_institution_setting and sandbox_institution_request are dropped.
-- Rows:       none in production but those of fund_leg.
-- Lock:       the new CHECK reads fund_leg once.
-- Downtime:   fund-router-provider is stopped; a second for an empty schema, about a minute for each million orders.
-- Duration:   see downtime.
-- Reversible: yes, U008; what the sandbox had on its books is lost. After a stop in the middle run its later statements by hand.
-- Order:      before the version of fund-router-provider that needs it. Orders that were sent to a sandbox institution and have no answer
--             (fund_leg.status SENT) stay so: drop the data of a development platform, scripts/platform up --fresh.

ALTER TABLE fund_leg
  DROP COLUMN query_attempts,
  DROP CONSTRAINT ck_fund_leg_status,
  ADD CONSTRAINT ck_fund_leg_status CHECK (status IN ('INIT', 'SENT', 'ACCEPTED', 'REJECTED', 'CANCELLING', 'CANCELLED'));

ALTER TABLE fund_leg_archive
  DROP COLUMN query_attempts;

DROP TABLE IF EXISTS sandbox_institution_request;
DROP TABLE IF EXISTS sandbox_institution_setting;

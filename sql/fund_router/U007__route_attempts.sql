-- Purpose: undo V007 as long as no order has a second attempt: with one, a seat has two legs and the old keys cannot be made. Stop
-- fund-router-provider first. The statements take those of V007 back from the last to the first.
ALTER TABLE fund_leg_archive
  DROP PRIMARY KEY,
  DROP COLUMN attempt,
  ADD PRIMARY KEY (order_no, seat);
ALTER TABLE fund_leg
  DROP PRIMARY KEY,
  DROP COLUMN attempt,
  ADD PRIMARY KEY (order_no, seat);
ALTER TABLE funding_archive
  DROP COLUMN route_attempt,
  DROP COLUMN reroutes;
ALTER TABLE funding
  DROP CONSTRAINT ck_funding_reroutes,
  DROP COLUMN route_attempt,
  DROP COLUMN reroutes;

-- Purpose:    copies of configuration are also kept of institutions, whose status decides whether they are given orders.
-- Owner:      fund-router-provider, the only writer.
-- Tables:     configuration_copy.
-- Rows:       none changed: a few hundred.
-- Lock:       copies the table under a lock, which no order waits for: copies are read when channel-admin-provider is away.
-- Downtime:   none.
-- Duration:   below one second.
-- Reversible: yes, U012 deletes the copies of institutions.
-- Order:      before the start of the version of fund-router-provider that needs it.

ALTER TABLE configuration_copy
  DROP CONSTRAINT ck_configuration_copy_kind,
  ADD CONSTRAINT ck_configuration_copy_of CHECK (kind IN ('product', 'scheme', 'fund-channel', 'institution'));

-- Takes back V012: the copies of institutions are gone; they are made again from what channel-admin-provider answers.
DELETE FROM configuration_copy WHERE kind = 'institution';
ALTER TABLE configuration_copy
  DROP CONSTRAINT ck_configuration_copy_of,
  ADD CONSTRAINT ck_configuration_copy_kind CHECK (kind IN ('product', 'scheme', 'fund-channel'));

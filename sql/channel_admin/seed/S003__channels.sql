-- S003 sample channels for development, demos and tests. Not for production.
-- May run again: a row that exists stays as it is.

INSERT INTO acquisition_channel (channel_code, name, kind, status, applicant, reviewer, review_note, version) VALUES
  ('APP-MAIN', 'Sample app', 'APP', 'ENABLED', 'sample', 'sample-2', 'sample data', 3),
  ('PARTNER-A', 'Sample partner', 'PARTNER', 'DISABLED', 'sample', 'sample-2', 'sample data', 4)
ON DUPLICATE KEY UPDATE channel_code = VALUES(channel_code);

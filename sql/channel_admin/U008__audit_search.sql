-- U008 takes V008 of channel_admin back: the indexes go, the permissions stay as rows that nothing demands.
ALTER TABLE audit_log
  DROP KEY idx_operator_time,
  DROP KEY idx_action_time,
  DROP KEY idx_target_time;

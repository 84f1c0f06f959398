-- Purpose: undo V010: drops the archive tables of routing and tasks. What is in them is nowhere else: move it back first, or keep a dump.
DROP TABLE IF EXISTS fund_route_decision_archive;
DROP TABLE IF EXISTS fund_quota_entry_archive;
DROP TABLE IF EXISTS fund_task_archive;
DROP TABLE IF EXISTS fund_step_log_archive;
DROP TABLE IF EXISTS fund_callback_archive;

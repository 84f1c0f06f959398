-- Purpose: undo V003: drops the archive tables. Archived orders are nowhere else: move them back first, or keep a dump.
DROP TABLE IF EXISTS state_log_archive;
DROP TABLE IF EXISTS sub_order_archive;
DROP TABLE IF EXISTS fund_leg_archive;
DROP TABLE IF EXISTS fund_task_archive;

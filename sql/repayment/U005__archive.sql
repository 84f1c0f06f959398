-- Purpose: undo V005: drops the archive tables. Archived orders are nowhere else: move them back first, or keep a dump.
DROP TABLE IF EXISTS split_line_archive;
DROP TABLE IF EXISTS ledger_event_line_archive;
DROP TABLE IF EXISTS ledger_event_archive;
DROP TABLE IF EXISTS sub_installment_archive;
DROP TABLE IF EXISTS sub_ledger_archive;
DROP TABLE IF EXISTS ledger_installment_archive;
DROP TABLE IF EXISTS ledger_archive;

-- Purpose: undo V006. Orders that are still open and had such a rate must not be planned again after it.
ALTER TABLE sub_ledger_archive DROP COLUMN own_annual_rate;
ALTER TABLE sub_ledger DROP COLUMN own_annual_rate;

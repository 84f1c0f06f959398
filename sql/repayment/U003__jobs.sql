-- Purpose: undo V003, which made nothing.
UPDATE ledger SET split_version = split_version WHERE order_no = '';

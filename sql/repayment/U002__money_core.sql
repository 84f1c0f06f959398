-- Purpose: undo V002, which changes nothing.
UPDATE ledger SET split_version = split_version WHERE order_no = '';

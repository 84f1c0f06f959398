-- Purpose:    keeps the number of the second version of the money core, which is written on its own.
-- Owner:      repayment-provider.
-- Tables:     none.
-- Rows:       none.
-- Lock:       none.
-- Duration:   below one second.
-- Reversible: yes, U002.
-- Order:      after V001.

UPDATE ledger SET split_version = split_version WHERE order_no = '';

-- Purpose:    keeps the number of the version that brings job_run, which is written on its own.
-- Owner:      repayment-provider.
-- Tables:     none.
-- Rows:       none.
-- Lock:       none.
-- Duration:   below one second.
-- Reversible: yes, U003.
-- Order:      after V002.

UPDATE ledger SET split_version = split_version WHERE order_no = '';

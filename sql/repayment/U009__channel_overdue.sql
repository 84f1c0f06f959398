-- U009 takes V009 of repayment back: what was overdue by channel is lost.
DROP TABLE IF EXISTS channel_overdue_day;
ALTER TABLE ledger_archive DROP COLUMN channel_code;
ALTER TABLE ledger DROP COLUMN channel_code;

-- Purpose: undo V004: drops the closing of dates, the daily lines, reconciliation and audit findings. The release that closes
-- dates must be stopped. Daily lines can be made again; files and the reasons of closed differences are lost.
DROP TABLE IF EXISTS audit_finding;
DROP TABLE IF EXISTS recon_diff;
DROP TABLE IF EXISTS recon_line;
DROP TABLE IF EXISTS recon_file;
DROP TABLE IF EXISTS institution_daily;
DROP TABLE IF EXISTS institution_day;
DROP TABLE IF EXISTS accounting_day;

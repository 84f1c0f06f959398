-- Purpose: what closing, daily lines, reconciliation and audit promise. Every SELECT must return no row; its first column names
-- the rule that is broken. The daily lines are compared with the split lines in C005, which knows the archived ones too.

-- Nothing is written on a date after its close.
SELECT 'split line on a closed date written after its close' AS broken_rule, x.order_no, x.sequence_no, x.sub_order_no, x.booking_date
FROM accounting_day d JOIN split_line x ON x.booking_date = d.business_date
WHERE x.created_at > d.closed_at;
SELECT 'event on a closed date written after its close' AS broken_rule, p.order_no, p.sequence_no, p.booking_date
FROM accounting_day d JOIN ledger_event p ON p.booking_date = d.business_date
WHERE p.created_at > d.closed_at;

-- Whatever is booked has its date.
SELECT 'event on a date without a row' AS broken_rule, p.order_no, p.sequence_no, p.booking_date
FROM ledger_event p LEFT JOIN accounting_day d ON d.business_date = p.booking_date
WHERE d.business_date IS NULL AND p.created_at > (SELECT MIN(created_at) FROM accounting_day);

-- A date is reported when every institution of it is.
SELECT 'reported date with lines still being made' AS broken_rule, i.booking_date, i.institution_code
FROM institution_day i LEFT JOIN accounting_day d ON d.business_date = i.booking_date
WHERE d.closed_at IS NULL OR (d.reported_at IS NOT NULL AND i.status <> 'READY');
SELECT 'daily line without its institution and date' AS broken_rule, y.booking_date, y.institution_code, y.event_kind
FROM institution_daily y
LEFT JOIN institution_day i ON i.booking_date = y.booking_date AND i.institution_code = y.institution_code
WHERE i.booking_date IS NULL;

-- One file counts for a date, and its lines and differences are those that it says.
SELECT 'two files for one date' AS broken_rule, f.institution_code, f.booking_date, COUNT(f.file_no) AS files
FROM recon_file f
WHERE f.status IN ('RECEIVED', 'COMPARING', 'COMPARED')
GROUP BY f.institution_code, f.booking_date
HAVING COUNT(f.file_no) > 1;
SELECT 'lines of a file differ from its count' AS broken_rule, f.institution_code, f.file_no, f.file_lines
FROM recon_file f LEFT JOIN recon_line r ON r.institution_code = f.institution_code AND r.file_no = f.file_no
GROUP BY f.institution_code, f.file_no, f.file_lines
HAVING COUNT(r.line_no) <> f.file_lines;
SELECT 'differences of a file differ from its count' AS broken_rule, f.institution_code, f.file_no, f.differences
FROM recon_file f LEFT JOIN recon_diff r ON r.institution_code = f.institution_code AND r.file_no = f.file_no
GROUP BY f.institution_code, f.file_no, f.differences
HAVING COUNT(r.id) <> f.differences;

-- Every line of a compared file is accounted for.
SELECT 'compared file with a line that is neither alike nor different' AS broken_rule, f.institution_code, f.file_no, f.file_lines, f.matched_lines
FROM recon_file f
LEFT JOIN recon_diff r ON r.institution_code = f.institution_code AND r.file_no = f.file_no AND r.kind <> 'STATUS' AND r.line_no > 0
WHERE f.status = 'COMPARED'
GROUP BY f.institution_code, f.file_no, f.file_lines, f.matched_lines
HAVING COUNT(r.id) + f.matched_lines <> f.file_lines;

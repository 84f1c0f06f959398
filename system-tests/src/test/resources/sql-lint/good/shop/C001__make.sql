-- every SELECT must return no row
SELECT 'a paid sale has a time' AS broken_rule, sale_no FROM sale WHERE status = 'PAID' AND paid_at IS NULL;

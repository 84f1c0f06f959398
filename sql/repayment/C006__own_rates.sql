-- Purpose: institutions with a rate of their own. Every SELECT must return no row; its first column names the broken rule.

SELECT 'lead with a rate of its own' AS broken_rule, s.sub_order_no, s.own_annual_rate
FROM sub_ledger s
WHERE s.own_annual_rate IS NOT NULL AND (s.is_lead = 1 OR s.own_annual_rate < 0);

-- What the others get in a year is at most what the borrower pays, but for the fen to which contributions are rounded.
SELECT 'own rates leave the lead less than nothing' AS broken_rule, s.order_no, l.annual_rate
FROM sub_ledger s JOIN ledger l ON l.order_no = s.order_no
GROUP BY s.order_no, l.annual_rate
HAVING SUM(s.is_lead) = 1 AND COUNT(s.own_annual_rate) > 0
  AND SUM(CASE WHEN s.is_lead = 1 THEN 0 ELSE COALESCE(s.own_annual_rate, l.annual_rate) * s.contribution_fen END)
    > l.annual_rate * SUM(s.contribution_fen) + COUNT(*);

-- C003 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'the lead has no rate of its own' AS broken_rule, s.scheme_code, s.seat, s.own_annual_rate
FROM ratio_share s
WHERE s.own_annual_rate IS NOT NULL AND (s.is_lead = 1 OR s.own_annual_rate < 0 OR s.own_annual_rate > 0.36);

-- What the institutions get in a year, weighted by their shares, is at most what the borrower pays.
SELECT 'own rates leave the lead less than nothing' AS broken_rule, p.product_code, s.scheme_code, p.annual_rate
FROM product p JOIN product_scheme o ON o.product_code = p.product_code JOIN ratio_share s ON s.scheme_code = o.scheme_code
GROUP BY p.product_code, s.scheme_code, p.annual_rate
HAVING SUM(CASE WHEN s.is_lead = 1 THEN 0 ELSE COALESCE(s.own_annual_rate, p.annual_rate) * s.share_bp END) > 10000 * p.annual_rate;

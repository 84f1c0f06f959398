-- C001 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'the shares of a scheme add up to 10000 basis points' AS broken_rule, s.scheme_code, COALESCE(SUM(r.share_bp), 0) AS total_bp
FROM ratio_scheme s LEFT JOIN ratio_share r ON r.scheme_code = s.scheme_code
GROUP BY s.scheme_code
HAVING COALESCE(SUM(r.share_bp), 0) <> 10000;

SELECT 'a scheme has exactly one lead' AS broken_rule, r.scheme_code, SUM(r.is_lead) AS leads
FROM ratio_share r
GROUP BY r.scheme_code
HAVING SUM(r.is_lead) <> 1;

SELECT 'the seats of a scheme are 1, 2, 3, ...' AS broken_rule, r.scheme_code, COUNT(*) AS seats, MAX(r.seat) AS last_seat
FROM ratio_share r
GROUP BY r.scheme_code
HAVING COUNT(*) <> MAX(r.seat);

SELECT 'a share belongs to a scheme and to an institution of its kind' AS broken_rule, r.scheme_code, r.seat, r.institution_code
FROM ratio_share r
LEFT JOIN ratio_scheme s ON s.scheme_code = r.scheme_code
LEFT JOIN institution i ON i.institution_code = r.institution_code AND i.kind = r.kind
WHERE s.scheme_code IS NULL OR i.institution_code IS NULL;

SELECT 'a product has a term and a scheme' AS broken_rule, p.product_code
FROM product p
WHERE NOT EXISTS (SELECT 1 FROM product_term t WHERE t.product_code = p.product_code)
   OR NOT EXISTS (SELECT 1 FROM product_scheme x WHERE x.product_code = p.product_code);

SELECT 'a product names schemes that exist, by priorities 1, 2, 3, ...' AS broken_rule, x.product_code, COUNT(*) AS named, COUNT(s.scheme_code) AS existing, MAX(x.priority) AS last_priority
FROM product_scheme x LEFT JOIN ratio_scheme s ON s.scheme_code = x.scheme_code
GROUP BY x.product_code
HAVING COUNT(*) <> COUNT(s.scheme_code) OR COUNT(*) <> MAX(x.priority);

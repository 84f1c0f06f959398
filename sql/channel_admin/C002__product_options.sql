-- C002 checks channel_admin: every SELECT must return no row. Reads only, may run in production.

SELECT 'a product costs no more than its own ceiling' AS broken_rule, p.product_code, p.annual_rate, p.options
FROM product p
WHERE p.annual_rate > COALESCE(CAST(JSON_UNQUOTE(JSON_EXTRACT(p.options, '$.aprCeiling')) AS DECIMAL(20, 10)), 0.24);

SELECT 'interest-only installments leave one with principal' AS broken_rule, p.product_code, t.installments, p.options
FROM product p JOIN product_term t ON t.product_code = p.product_code
WHERE t.installments <= COALESCE(CAST(JSON_UNQUOTE(JSON_EXTRACT(p.options, '$.interestOnlyInstallments')) AS SIGNED), 0);

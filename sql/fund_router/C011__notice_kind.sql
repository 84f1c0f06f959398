-- C011 checks fund_router: every SELECT must return no row. Reads only, may run in production.

SELECT 'a notice names the kind of its event' AS broken_rule, n.order_no, n.sequence_no, n.event_kind
FROM repayment_notice n
WHERE n.event_kind = '';

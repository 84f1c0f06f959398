-- Purpose: the rules of jobs and what they write, for V003. Every SELECT must return no row; its first column names the
-- rule that is broken.

-- A run has all its shards.
SELECT 'run without all its shards' AS broken_rule, job, business_date, MAX(shards) AS shards, COUNT(*) AS found
FROM job_run
GROUP BY job, business_date
HAVING COUNT(*) <> MAX(shards) OR MIN(shards) <> MAX(shards);

-- Nobody holds a shard that is done.
SELECT 'done shard is held' AS broken_rule, job, business_date, shard, lease_owner
FROM job_run WHERE status = 'DONE' AND lease_owner IS NOT NULL;

-- A snapshot saw a version that its ledger had.
SELECT 'snapshot of a version that the ledger has not reached' AS broken_rule, s.business_date, s.order_no, s.installment_no
FROM penalty_snapshot s LEFT JOIN ledger l ON l.order_no = s.order_no
WHERE l.order_no IS NULL OR s.ledger_version > l.ledger_version OR s.shard_key <> l.shard_key;

SELECT 'snapshot of an installment with another due date' AS broken_rule, s.business_date, s.order_no, s.installment_no
FROM penalty_snapshot s LEFT JOIN ledger_installment i ON i.order_no = s.order_no AND i.installment_no = s.installment_no
WHERE i.order_no IS NULL OR i.due_date <> s.due_date OR DATEDIFF(s.business_date, s.due_date) <> s.overdue_days;

-- A quote was computed for a version that its ledger had.
SELECT 'quote of a version that the ledger has not reached' AS broken_rule, q.order_no, q.ledger_version
FROM quote_precomputed q LEFT JOIN ledger l ON l.order_no = q.order_no
WHERE l.order_no IS NULL OR q.ledger_version > l.ledger_version;

-- What the sandbox took is booked, or on its way: money is never taken for an attempt that failed or was not sent.
SELECT 'money taken for an attempt that has it not' AS broken_rule, d.payment_no, d.order_no, d.amount_fen, a.status
FROM sandbox_deduction d LEFT JOIN collection_attempt a ON a.payment_no = d.payment_no
WHERE d.outcome = 'TAKEN' AND (a.payment_no IS NULL OR a.status NOT IN (20, 30, 40) OR a.amount_fen <> d.amount_fen);

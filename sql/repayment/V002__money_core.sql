-- Purpose:    the money core: whatever moves a ledger is an event (payment, prepayment, pay-off, waiver, write-off, refund,
--             reversal), every event says what it changed of the dues, re-plans are versions of the plan, and a ledger keeps
--             the terms it lives by; suspense money is applied and refunded.
-- Owner:      repayment-provider, the only writer.
-- Tables:     repayment becomes ledger_event, repayment_line becomes ledger_event_line; ledger, ledger_installment,
--             sub_ledger, split_line, suspense_entry get columns and other checks; suspense_refund is new.
-- Rows:       none added; the terms of ledgers opened before are those of a product that chooses nothing, without interest
--             rate: such an order is repaid as before, its plan cannot be computed again.
-- Lock:       each ALTER copies its table under a lock.
-- Downtime:   repayment-provider is stopped; a second for an empty schema, about a minute for each million split lines.
-- Duration:   see downtime.
-- Reversible: yes, U002, as long as no event is of another kind than PAYMENT. The statements of U002 take those of V002 back
--             from the last to the first: after a stop in the middle run the later ones by hand.
-- Order:      after V001, before the version of repayment-provider that needs it.

ALTER TABLE repayment
  RENAME TO ledger_event,
  DROP CONSTRAINT ck_repayment_amount,
  MODIFY COLUMN payment_reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'receipt in the payment system, booked once; null where no money came',
  ADD COLUMN event_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PAYMENT' COMMENT 'what it was',
  ADD COLUMN plan_version INT NOT NULL DEFAULT 1 COMMENT 'version of the plan after it',
  ADD COLUMN replan_mode VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'how it planned again, null where it did not',
  ADD COLUMN reversed_sequence BIGINT NULL COMMENT 'sequence of the event that it reverses',
  ADD COLUMN reversed_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'kind of the event that it reverses',
  ADD COLUMN funded_by VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'BORROWER' COMMENT 'who gave the money: BORROWER, ALL institutions, MERCHANT',
  ADD COLUMN operator VARCHAR(64) NULL COMMENT 'person who asked for it',
  ADD COLUMN approver VARCHAR(64) NULL COMMENT 'another person who agreed',
  ADD COLUMN reason VARCHAR(256) NULL COMMENT 'why, in the words of the operator',
  ADD UNIQUE KEY uk_ledger_event_reversed (order_no, reversed_sequence),
  ADD CONSTRAINT ck_ledger_event_kind CHECK (event_kind IN ('PAYMENT', 'PREPAYMENT', 'PAY_OFF', 'WAIVER', 'WRITE_OFF', 'REFUND', 'REVERSAL')),
  ADD CONSTRAINT ck_ledger_event_amount CHECK (amount_fen = applied_fen + suspense_fen
    AND ((event_kind = 'REVERSAL' AND amount_fen < 0 AND applied_fen <= 0 AND suspense_fen <= 0)
      OR (event_kind <> 'REVERSAL' AND (amount_fen > 0 OR event_kind = 'WRITE_OFF') AND applied_fen >= 0 AND suspense_fen >= 0))),
  ADD CONSTRAINT ck_ledger_event_reversed CHECK ((event_kind = 'REVERSAL') = (reversed_sequence IS NOT NULL)
    AND (reversed_sequence IS NULL) = (reversed_kind IS NULL)),
  ADD CONSTRAINT ck_ledger_event_receipt CHECK ((event_kind IN ('PAYMENT', 'PREPAYMENT', 'PAY_OFF', 'REFUND')) = (payment_reference IS NOT NULL)),
  ADD CONSTRAINT ck_ledger_event_approval CHECK (event_kind NOT IN ('WAIVER', 'WRITE_OFF')
    OR (operator IS NOT NULL AND approver IS NOT NULL AND reason IS NOT NULL AND operator <> approver)),
  ADD CONSTRAINT ck_ledger_event_funded_by CHECK (funded_by IN ('BORROWER', 'ALL', 'MERCHANT'));

ALTER TABLE repayment_line
  RENAME TO ledger_event_line,
  DROP CONSTRAINT ck_repayment_line_forward,
  RENAME COLUMN penalty_growth_fen TO due_penalty_fen,
  ADD COLUMN due_fee_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the fee due',
  ADD COLUMN due_interest_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the interest due',
  ADD COLUMN due_principal_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the principal due',
  ADD COLUMN event_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PAYMENT' COMMENT 'kind of the event',
  ADD CONSTRAINT ck_ledger_event_line_forward CHECK (event_kind = 'REVERSAL'
    OR (settled_penalty_fen >= 0 AND settled_fee_fen >= 0 AND settled_interest_fen >= 0 AND settled_principal_fen >= 0)),
  ADD CONSTRAINT ck_ledger_event_line_mirror CHECK (event_kind <> 'REVERSAL'
    OR (settled_penalty_fen <= 0 AND settled_fee_fen <= 0 AND settled_interest_fen <= 0 AND settled_principal_fen <= 0));

ALTER TABLE split_line
  DROP CONSTRAINT ck_split_line_forward,
  RENAME COLUMN penalty_growth_fen TO due_penalty_fen,
  ADD COLUMN due_fee_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the fee due',
  ADD COLUMN due_interest_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the interest due',
  ADD COLUMN due_principal_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'change of the principal due',
  ADD COLUMN event_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PAYMENT' COMMENT 'kind of the event',
  ADD CONSTRAINT ck_split_line_settled CHECK (event_kind = 'REVERSAL'
    OR (settled_penalty_fen >= 0 AND settled_fee_fen >= 0 AND settled_interest_fen >= 0 AND settled_principal_fen >= 0)),
  ADD CONSTRAINT ck_split_line_mirror CHECK (event_kind <> 'REVERSAL'
    OR (settled_penalty_fen <= 0 AND settled_fee_fen <= 0 AND settled_interest_fen <= 0 AND settled_principal_fen <= 0));

ALTER TABLE ledger
  DROP CONSTRAINT ck_ledger_status,
  DROP CONSTRAINT ck_ledger_settled,
  MODIFY COLUMN status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE while something is open, then SETTLED, WRITTEN_OFF or REFUNDED',
  ADD COLUMN installment_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'what the method keeps equal: the installment, or its principal; 0 where nothing is',
  ADD COLUMN returnable_principal_fen BIGINT NOT NULL DEFAULT 0 COMMENT 'principal paid with money so far, what gives credit back',
  ADD COLUMN is_refunded TINYINT NOT NULL DEFAULT 0 COMMENT '1 once the purchase was refunded in full',
  ADD COLUMN annual_rate DECIMAL(18,12) NOT NULL DEFAULT 0 COMMENT 'interest per year as a fraction',
  ADD COLUMN method VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'EQUAL_INSTALLMENT' COMMENT 'how the plan was cut',
  ADD COLUMN day_count VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'MONTHLY' COMMENT 'how days become interest',
  ADD COLUMN installment_multiple_fen BIGINT NOT NULL DEFAULT 1 COMMENT 'installments are multiples of this',
  ADD COLUMN interest_only_installments SMALLINT NOT NULL DEFAULT 0 COMMENT 'first installments without principal',
  ADD COLUMN is_first_period_by_days TINYINT NOT NULL DEFAULT 0 COMMENT '1 when the first period is counted by days',
  ADD COLUMN penalty_basis VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PRINCIPAL' COMMENT 'what penalty is counted on',
  ADD COLUMN penalty_cap_rate DECIMAL(18,12) NULL COMMENT 'most penalty of an installment as a fraction of its principal, null for no cap',
  ADD COLUMN waterfall VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'INSTALLMENT_FIRST' COMMENT 'order in which money settles',
  ADD COLUMN pay_off_fee_rate DECIMAL(18,12) NOT NULL DEFAULT 0 COMMENT 'fee of a pay-off as a fraction of the principal paid before it is due',
  ADD COLUMN back_dating_days SMALLINT NOT NULL DEFAULT 0 COMMENT 'how many days before today a value date may lie',
  ADD COLUMN credit_return VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ON_SETTLEMENT' COMMENT 'when paid principal gives credit back',
  ADD CONSTRAINT ck_ledger_ending CHECK (status IN ('ACTIVE', 'SETTLED', 'WRITTEN_OFF', 'REFUNDED')),
  ADD CONSTRAINT ck_ledger_settlement CHECK ((status = 'ACTIVE') = (settled_sequence IS NULL) AND (settled_sequence IS NULL) = (settled_on IS NULL)),
  ADD CONSTRAINT ck_ledger_returnable CHECK (returnable_principal_fen >= 0 AND returnable_principal_fen <= principal_fen AND installment_fen >= 0),
  ADD CONSTRAINT ck_ledger_refunded CHECK (is_refunded IN (0, 1) AND is_first_period_by_days IN (0, 1) AND (status <> 'REFUNDED' OR is_refunded = 1)),
  ADD CONSTRAINT ck_ledger_rates CHECK (annual_rate >= 0 AND pay_off_fee_rate >= 0 AND (penalty_cap_rate IS NULL OR penalty_cap_rate >= 0)),
  ADD CONSTRAINT ck_ledger_terms CHECK (installment_multiple_fen >= 1 AND interest_only_installments >= 0 AND back_dating_days >= 0),
  ADD CONSTRAINT ck_ledger_penalty_basis CHECK (penalty_basis IN ('PRINCIPAL', 'PRINCIPAL_AND_INTEREST')),
  ADD CONSTRAINT ck_ledger_waterfall CHECK (waterfall IN ('INSTALLMENT_FIRST', 'COMPONENT_FIRST')),
  ADD CONSTRAINT ck_ledger_credit_return CHECK (credit_return IN ('ON_SETTLEMENT', 'PER_PRINCIPAL'));

ALTER TABLE ledger_installment
  ADD COLUMN kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'REGULAR' COMMENT 'REGULAR of the plan as issued, PREPAYMENT of principal prepaid at once',
  ADD COLUMN plan_version INT NOT NULL DEFAULT 1 COMMENT 'version of the plan that gave it its dues',
  ADD CONSTRAINT ck_ledger_installment_kind CHECK (kind IN ('REGULAR', 'PREPAYMENT'));

ALTER TABLE sub_ledger
  DROP CONSTRAINT ck_sub_ledger_status,
  MODIFY COLUMN status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the master order',
  ADD CONSTRAINT ck_sub_ledger_ending CHECK (status IN ('ACTIVE', 'SETTLED', 'WRITTEN_OFF', 'REFUNDED'));

ALTER TABLE suspense_entry
  DROP CONSTRAINT ck_suspense_entry_kind,
  DROP CONSTRAINT ck_suspense_entry_amount,
  MODIFY COLUMN repayment_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'event or refund that moved the money',
  MODIFY COLUMN kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'EXCESS beyond everything owed, REVERSED excess of a reversed event, APPLIED to dues, RESTORED from reversed dues, REFUND to the customer, REFUND_FAILED',
  MODIFY COLUMN order_no CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'master order, null for a refund to the customer',
  ADD CONSTRAINT ck_suspense_entry_source CHECK ((kind IN ('EXCESS', 'RESTORED', 'REFUND_FAILED') AND amount_fen > 0)
    OR (kind IN ('REVERSED', 'APPLIED', 'REFUND') AND amount_fen < 0)),
  ADD CONSTRAINT ck_suspense_entry_order CHECK ((kind IN ('REFUND', 'REFUND_FAILED')) = (order_no IS NULL));

CREATE TABLE suspense_refund (
  refund_no    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of the refund',
  borrower_no  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'customer',
  shard_key    SMALLINT NOT NULL COMMENT 'shard gene of the borrower',
  amount_fen   BIGINT NOT NULL COMMENT 'taken from the balance when it was requested',
  status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'REQUESTED, then PAID or FAILED; both are final',
  operator     VARCHAR(64) NOT NULL COMMENT 'person who asked for it',
  confirmed_by VARCHAR(64) NULL COMMENT 'person who told how it ended',
  created_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  updated_at   DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) COMMENT 'UTC',
  PRIMARY KEY (refund_no),
  KEY idx_suspense_refund_borrower (borrower_no),
  CONSTRAINT ck_suspense_refund_amount CHECK (amount_fen > 0),
  CONSTRAINT ck_suspense_refund_status CHECK (status IN ('REQUESTED', 'PAID', 'FAILED')),
  CONSTRAINT ck_suspense_refund_end CHECK ((status = 'REQUESTED') = (confirmed_by IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='suspense money on its way back to the customer';

UPDATE ledger
   SET returnable_principal_fen = (SELECT COALESCE(SUM(i.settled_principal_fen), 0) FROM ledger_installment i WHERE i.order_no = ledger.order_no),
       installment_fen = (SELECT i.due_principal_fen + i.due_interest_fen FROM ledger_installment i WHERE i.order_no = ledger.order_no AND i.installment_no = 1);

-- Purpose: undo V002 while every event is a PAYMENT and nothing left suspense: the checks of V001 refuse anything else, so
-- nothing is lost silently. The platform must be stopped. The statements take those of V002 back from the last to the first.
DROP TABLE IF EXISTS suspense_refund;
ALTER TABLE suspense_entry
  DROP CONSTRAINT ck_suspense_entry_source,
  DROP CONSTRAINT ck_suspense_entry_order,
  MODIFY COLUMN repayment_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'repayment the money came with',
  MODIFY COLUMN kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'EXCESS: beyond everything owed',
  MODIFY COLUMN order_no CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'master order',
  ADD CONSTRAINT ck_suspense_entry_kind CHECK (kind = 'EXCESS'),
  ADD CONSTRAINT ck_suspense_entry_amount CHECK (amount_fen > 0);
ALTER TABLE sub_ledger
  DROP CONSTRAINT ck_sub_ledger_ending,
  MODIFY COLUMN status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SETTLED together with the master order',
  ADD CONSTRAINT ck_sub_ledger_status CHECK (status IN ('ACTIVE', 'SETTLED'));
ALTER TABLE ledger_installment
  DROP CONSTRAINT ck_ledger_installment_kind,
  DROP COLUMN kind,
  DROP COLUMN plan_version;
ALTER TABLE ledger
  DROP CONSTRAINT ck_ledger_ending,
  MODIFY COLUMN status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE while something is open, then SETTLED',
  DROP CONSTRAINT ck_ledger_settlement,
  DROP CONSTRAINT ck_ledger_returnable,
  DROP CONSTRAINT ck_ledger_refunded,
  DROP CONSTRAINT ck_ledger_rates,
  DROP CONSTRAINT ck_ledger_terms,
  DROP CONSTRAINT ck_ledger_penalty_basis,
  DROP CONSTRAINT ck_ledger_waterfall,
  DROP CONSTRAINT ck_ledger_credit_return,
  DROP COLUMN installment_fen,
  DROP COLUMN returnable_principal_fen,
  DROP COLUMN is_refunded,
  DROP COLUMN annual_rate,
  DROP COLUMN method,
  DROP COLUMN day_count,
  DROP COLUMN installment_multiple_fen,
  DROP COLUMN interest_only_installments,
  DROP COLUMN is_first_period_by_days,
  DROP COLUMN penalty_basis,
  DROP COLUMN penalty_cap_rate,
  DROP COLUMN waterfall,
  DROP COLUMN pay_off_fee_rate,
  DROP COLUMN back_dating_days,
  DROP COLUMN credit_return,
  ADD CONSTRAINT ck_ledger_status CHECK (status IN ('ACTIVE', 'SETTLED')),
  ADD CONSTRAINT ck_ledger_settled CHECK ((status = 'SETTLED') = (settled_sequence IS NOT NULL AND settled_on IS NOT NULL));
ALTER TABLE split_line
  DROP CONSTRAINT ck_split_line_settled,
  DROP CONSTRAINT ck_split_line_mirror,
  RENAME COLUMN due_penalty_fen TO penalty_growth_fen,
  DROP COLUMN due_fee_fen,
  DROP COLUMN due_interest_fen,
  DROP COLUMN due_principal_fen,
  DROP COLUMN event_kind,
  ADD CONSTRAINT ck_split_line_forward CHECK (penalty_growth_fen >= 0 AND settled_penalty_fen >= 0 AND settled_fee_fen >= 0
    AND settled_interest_fen >= 0 AND settled_principal_fen >= 0);
ALTER TABLE ledger_event_line
  RENAME TO repayment_line,
  DROP CONSTRAINT ck_ledger_event_line_forward,
  DROP CONSTRAINT ck_ledger_event_line_mirror,
  RENAME COLUMN due_penalty_fen TO penalty_growth_fen,
  DROP COLUMN due_fee_fen,
  DROP COLUMN due_interest_fen,
  DROP COLUMN due_principal_fen,
  DROP COLUMN event_kind,
  ADD CONSTRAINT ck_repayment_line_forward CHECK (penalty_growth_fen >= 0 AND settled_penalty_fen >= 0 AND settled_fee_fen >= 0
    AND settled_interest_fen >= 0 AND settled_principal_fen >= 0);
ALTER TABLE ledger_event
  RENAME TO repayment,
  DROP CONSTRAINT ck_ledger_event_kind,
  DROP CONSTRAINT ck_ledger_event_amount,
  DROP CONSTRAINT ck_ledger_event_reversed,
  DROP CONSTRAINT ck_ledger_event_receipt,
  DROP CONSTRAINT ck_ledger_event_approval,
  DROP CONSTRAINT ck_ledger_event_funded_by,
  DROP KEY uk_ledger_event_reversed,
  DROP COLUMN event_kind,
  DROP COLUMN plan_version,
  DROP COLUMN replan_mode,
  DROP COLUMN reversed_sequence,
  DROP COLUMN reversed_kind,
  DROP COLUMN funded_by,
  DROP COLUMN operator,
  DROP COLUMN approver,
  DROP COLUMN reason,
  MODIFY COLUMN payment_reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'receipt in the payment system, booked once',
  ADD CONSTRAINT ck_repayment_amount CHECK (amount_fen > 0 AND applied_fen >= 0 AND suspense_fen >= 0
    AND amount_fen = applied_fen + suspense_fen);

-- Takes back V011: the kinds of events in notices are gone; institutions are not told of them any more.
ALTER TABLE repayment_notice DROP COLUMN event_kind;

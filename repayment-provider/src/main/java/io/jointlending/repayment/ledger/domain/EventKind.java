package io.jointlending.repayment.ledger.domain;

/** What moves a ledger. */
public enum EventKind {
    /** Money received, that the waterfall puts where it belongs. */
    PAYMENT(true),
    /** Money received, that pays what is due and makes the plan smaller with the rest. */
    PREPAYMENT(true),
    /** Money received, that pays everything with interest to the day (提前结清). */
    PAY_OFF(true),
    /** Dues that the institutions give up together (减免). */
    WAIVER(false),
    /** Everything open is given up (核销). */
    WRITE_OFF(false),
    /** The merchant gives the purchase back and pays everything off. */
    REFUND(true),
    /** An earlier event never happened (冲正). */
    REVERSAL(false);

    private final boolean paid;

    EventKind(boolean paid) {
        this.paid = paid;
    }

    /** True when its principal was paid with money: only such principal gives credit back. */
    public boolean paid() {
        return paid;
    }

    /** True when interest runs to its day and no further. */
    boolean stopsInterest() {
        return this == WRITE_OFF || endsInterest();
    }

    /** True when its changes of interest and fee dues are of this event alone, so that a reversal takes them back. */
    boolean endsInterest() {
        return this == PAY_OFF || this == REFUND;
    }
}

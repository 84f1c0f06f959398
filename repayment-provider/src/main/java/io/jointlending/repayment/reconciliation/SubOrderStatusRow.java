package io.jointlending.repayment.reconciliation;

/** What a sub-order is now, and what was open on it at the end of a date, in fen. */
record SubOrderStatusRow(String subOrderNo, String status, long openFen) {
    private static final String ACTIVE = "ACTIVE";

    /** The status at the end of the date. An ending that came later, or was reversed later, is taken back. */
    String statusThen() {
        if (openFen != 0) {
            return ACTIVE;
        }
        return status.equals(ACTIVE) ? "SETTLED" : status;
    }
}

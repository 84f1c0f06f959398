package io.jointlending.repayment.reconciliation;

/** The status of a sub-order as a file says it. */
record FileStatusRow(String subOrderNo, int lineNo, String status) {}

package io.jointlending.repayment.audit;

/** An order that was touched, and how far the walk is with it. */
record TouchedRow(String cursorKey, String orderNo) {}

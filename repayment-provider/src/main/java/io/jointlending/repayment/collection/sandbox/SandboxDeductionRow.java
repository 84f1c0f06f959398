package io.jointlending.repayment.collection.sandbox;

/** What the sandbox did with a payment, in the order of the columns read. */
record SandboxDeductionRow(String outcome, long amountFen) {}

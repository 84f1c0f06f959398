package io.jointlending.loan.payment.sandbox;

/** What the sandbox will answer, in the order of the columns read. */
record SandboxPaymentRow(String answer, long amountFen) {}

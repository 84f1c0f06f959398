package io.jointlending.repayment.audit;

/** An order that breaks a rule, with the first place and its numbers. */
record BrokenRow(String orderNo, String detail) {}

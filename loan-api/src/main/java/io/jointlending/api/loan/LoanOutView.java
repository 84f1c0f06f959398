package io.jointlending.api.loan;

import java.io.Serializable;

/**
 * Answer of a loan out: the order, now waiting for its payment result, and the plan that was stored with it.
 *
 * @param order the order in state 30
 * @param plan the repayment plan, version 1
 */
public record LoanOutView(MasterOrderView order, PlanView plan) implements Serializable {}

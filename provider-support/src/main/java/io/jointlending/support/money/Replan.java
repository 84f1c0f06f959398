package io.jointlending.support.money;

import java.util.List;

/**
 * The rest of a plan after a prepayment.
 *
 * @param installmentFen what the method keeps equal from now on, see {@link Replanner#installment}
 * @param rows from the running installment on, without those that are no longer needed; principal without what was prepaid
 */
public record Replan(long installmentFen, List<PlannedInstallment> rows) {}

package io.jointlending.loan.order.persistence;

import io.jointlending.support.money.PlannedInstallment;
import java.time.LocalDate;

/** A row of plan_installment, in the order of the columns read. */
record InstallmentRow(int installmentNo, LocalDate dueDate, long principalFen, long interestFen, long balanceAfterFen) {

    PlannedInstallment toInstallment() {
        return new PlannedInstallment(installmentNo, dueDate, principalFen, interestFen, balanceAfterFen);
    }
}

package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import java.util.Collections;
import java.util.List;

/**
 * One installment as the institutions share it.
 *
 * @param installmentNo installment
 * @param dues owed to each institution, in stored order
 * @param settled of it already settled, in stored order
 */
public record SharedInstallment(int installmentNo, List<Amounts> dues, List<Amounts> settled) {
    /** Refuses a share that is settled beyond what is due. */
    public SharedInstallment {
        dues = List.copyOf(dues);
        settled = List.copyOf(settled);
        boolean within = dues.size() == settled.size();
        for (int i = 0; within && i < dues.size(); i++) {
            within = dues.get(i).covers(settled.get(i)) && settled.get(i).covers(Amounts.ZERO);
        }
        if (!within) {
            throw new IllegalStateException(
                    "Installment " + installmentNo + " is shared as due " + dues + ", settled " + settled);
        }
    }

    /** What all institutions are owed together. */
    Amounts due() {
        return dues.stream().reduce(Amounts.ZERO, Amounts::plus);
    }

    /** What is settled of it together. */
    Amounts settledTogether() {
        return settled.stream().reduce(Amounts.ZERO, Amounts::plus);
    }

    static long[] column(List<Amounts> rows, Component component) {
        return rows.stream().mapToLong(row -> row.of(component)).toArray();
    }

    /** An installment of which nobody is owed anything yet. */
    static SharedInstallment empty(int installmentNo, int institutions) {
        List<Amounts> nothing = Collections.nCopies(institutions, Amounts.ZERO);
        return new SharedInstallment(installmentNo, nothing, nothing);
    }
}

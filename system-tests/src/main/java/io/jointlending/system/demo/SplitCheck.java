package io.jointlending.system.demo;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import java.util.HashMap;
import java.util.Map;

/** Adds up the answer of a repayment: the lines of the sub-orders must equal those of the master in every cell. */
final class SplitCheck {
    private SplitCheck() {}

    /** Cells (installment × component) in which the sub-orders' lines do not add up to the master's. */
    static int mismatches(RepaymentView repayment) {
        Map<Integer, AmountsView> open = new HashMap<>();
        long master = 0;
        boolean negative = false;
        for (RepaymentLineView line : repayment.lines()) {
            boolean ofMaster = line.institutionCode() == null;
            if (ofMaster) {
                master = Math.addExact(master, line.settled().totalFen());
            }
            negative |= isNegative(line.settled());
            if (ofMaster || !repayment.splitPending()) {
                open.merge(line.installmentNo(), ofMaster ? line.settled() : negated(line.settled()), SplitCheck::sum);
            }
        }
        int mismatches = negative ? 1 : 0;
        if (master != repayment.appliedFen()
                || Math.addExact(repayment.appliedFen(), repayment.suspenseFen()) != repayment.amountFen()) {
            mismatches++;
        }
        if (!repayment.splitPending()) {
            for (AmountsView rest : open.values()) {
                mismatches += nonZero(rest.principalFen())
                        + nonZero(rest.interestFen())
                        + nonZero(rest.penaltyFen())
                        + nonZero(rest.feeFen());
            }
        }
        return mismatches;
    }

    static AmountsView sum(AmountsView a, AmountsView b) {
        return new AmountsView(
                Math.addExact(a.principalFen(), b.principalFen()),
                Math.addExact(a.interestFen(), b.interestFen()),
                Math.addExact(a.penaltyFen(), b.penaltyFen()),
                Math.addExact(a.feeFen(), b.feeFen()));
    }

    private static AmountsView negated(AmountsView a) {
        return new AmountsView(-a.principalFen(), -a.interestFen(), -a.penaltyFen(), -a.feeFen());
    }

    private static boolean isNegative(AmountsView a) {
        return a.principalFen() < 0 || a.interestFen() < 0 || a.penaltyFen() < 0 || a.feeFen() < 0;
    }

    private static int nonZero(long fen) {
        return fen == 0 ? 0 : 1;
    }
}

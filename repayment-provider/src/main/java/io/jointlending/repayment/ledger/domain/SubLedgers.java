package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.CumulativeSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledgers of all sub-orders of one order, or of those of their installments that an event touches.
 *
 * @param composition whose they are
 * @param installments by number
 */
public record SubLedgers(Composition composition, SortedMap<Integer, SharedInstallment> installments) {
    /** Keeps its own copy. */
    public SubLedgers {
        installments = Collections.unmodifiableSortedMap(new TreeMap<>(installments));
    }

    /**
     * The sub-ledgers as they begin: principal dues by cumulative differences, so that they add up to the contributions;
     * interest and fee dues by the weights; no penalty, which grows with the events, and nothing settled.
     */
    public static SubLedgers open(Composition composition, Ledger ledger) {
        long[] weights = composition.weights();
        long[][] principals = CumulativeSplit.cut(
                ledger.installments().stream()
                        .mapToLong(installment -> installment.due().principalFen())
                        .toArray(),
                weights);
        SortedMap<Integer, SharedInstallment> opened = new TreeMap<>();
        for (int k = 0; k < principals.length; k++) {
            LedgerInstallment installment = ledger.installments().get(k);
            long[] interests = CumulativeSplit.split(installment.due().interestFen(), weights);
            long[] fees = CumulativeSplit.split(installment.due().feeFen(), weights);
            List<Amounts> dues = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                dues.add(new Amounts(principals[k][i], interests[i], 0, fees[i]));
            }
            opened.put(
                    installment.installmentNo(),
                    new SharedInstallment(
                            installment.installmentNo(), dues, Collections.nCopies(weights.length, Amounts.ZERO)));
        }
        return new SubLedgers(composition, opened);
    }

    /** One installment, which must be among those here. */
    public SharedInstallment installment(int installmentNo) {
        SharedInstallment installment = installments.get(installmentNo);
        if (installment == null) {
            throw new IllegalStateException(
                    "No sub-ledger of " + composition + " has installment " + installmentNo + " among " + installments);
        }
        return installment;
    }

    /** Splits one event to the sub-orders. The master's lines must touch only installments that are here. */
    public Split split(List<MasterLine> lines) {
        SortedMap<Integer, SharedInstallment> after = new TreeMap<>(installments);
        List<SplitLine> split = new ArrayList<>();
        for (MasterLine line : lines) {
            SharedInstallment before = installment(line.installmentNo());
            SharedInstallment now = RepaymentSplitter.apply(line, before, composition.weights());
            after.put(line.installmentNo(), now);
            for (int i = 0; i < composition.size(); i++) {
                SplitLine part = new SplitLine(
                        composition.seats().get(i),
                        line.installmentNo(),
                        now.dues().get(i).penaltyFen() - before.dues().get(i).penaltyFen(),
                        now.settled().get(i).minus(before.settled().get(i)));
                if (!part.empty()) {
                    split.add(part);
                }
            }
        }
        return new Split(new SubLedgers(composition, after), List.copyOf(split));
    }

    /**
     * Requires that in every cell here the sub-orders add up to the master order, due and settled.
     *
     * @throws IllegalStateException with all numbers where they do not
     */
    public void requireAddUpTo(Ledger ledger) {
        for (LedgerInstallment master : ledger.installments()) {
            SharedInstallment shared = installments.get(master.installmentNo());
            if (shared != null
                    && !(shared.due().equals(master.due())
                            && shared.settledTogether().equals(master.settled()))) {
                throw new IllegalStateException("Order " + ledger.head().orderNo() + ": the sub-orders of " + shared
                        + " do not add up to " + master);
            }
        }
    }

    /** Requires that all installments of the order are here and add up. */
    public void requireWhole(Ledger ledger) {
        if (installments.size() != ledger.installments().size()) {
            throw new IllegalStateException("Order " + ledger.head().orderNo() + " has "
                    + ledger.installments().size() + " installments, its sub-orders have " + installments.keySet());
        }
        requireAddUpTo(ledger);
    }
}

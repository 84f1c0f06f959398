package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.CumulativeSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     *
     * @param issued what was due by the plan as issued, by installment
     */
    public static SubLedgers open(Composition composition, SortedMap<Integer, Amounts> issued) {
        long[] weights = composition.weights();
        long[][] principals = CumulativeSplit.cut(
                issued.values().stream().mapToLong(Amounts::principalFen).toArray(), weights);
        SortedMap<Integer, SharedInstallment> opened = new TreeMap<>();
        int k = 0;
        for (Map.Entry<Integer, Amounts> installment : issued.entrySet()) {
            long[] interests = CumulativeSplit.split(installment.getValue().interestFen(), weights);
            long[] fees = CumulativeSplit.split(installment.getValue().feeFen(), weights);
            List<Amounts> dues = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                dues.add(new Amounts(principals[k][i], interests[i], 0, fees[i]));
            }
            k++;
            opened.put(
                    installment.getKey(),
                    new SharedInstallment(
                            installment.getKey(), dues, Collections.nCopies(weights.length, Amounts.ZERO)));
        }
        return new SubLedgers(composition, opened);
    }

    /** What was due by the plan as issued: what is due now less everything that the events did to it. */
    public static SortedMap<Integer, Amounts> issued(Ledger ledger, List<LedgerEvent> events) {
        SortedMap<Integer, Amounts> issued = new TreeMap<>();
        for (LedgerInstallment installment : ledger.installments()) {
            if (installment.kind() == InstallmentKind.REGULAR) {
                issued.put(installment.installmentNo(), installment.due());
            }
        }
        for (LedgerEvent event : events) {
            for (MasterLine line : event.lines()) {
                issued.computeIfPresent(line.installmentNo(), (no, due) -> due.minus(line.due()));
            }
        }
        return issued;
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

    /** Splits one event that neither re-plans nor reverses; it must touch only installments that are here. */
    public Split split(LedgerEvent event) {
        if (event.replanned() || event.reversed() != null) {
            throw new IllegalStateException("The split needs more than the event: " + event);
        }
        return split(event, Set.of(), List.of());
    }

    /**
     * Splits one event to the sub-orders. A re-plan needs all installments here, another event those it touches.
     *
     * @param upcoming numbers of the installments that a re-plan on the event's day may change
     * @param reversed the booked lines of the event that this one reverses, otherwise empty
     */
    public Split split(LedgerEvent event, Set<Integer> upcoming, List<SplitLine> reversed) {
        return new EventSplitter(composition, installments).apply(event, upcoming, reversed);
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

package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.CumulativeSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

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
     * The sub-ledgers as they begin, by the plan as issued: principal dues by cumulative differences, so that they add up to
     * the contributions; fee dues by the weights, and interest dues too where no institution has a rate of its own; no
     * penalty, which grows with the events, and nothing settled.
     *
     * @param ledger the order as it is now
     * @param events everything that happened to it
     */
    public static SubLedgers open(Composition composition, Ledger ledger, List<LedgerEvent> events) {
        SortedMap<Integer, Amounts> issued = issued(ledger, events);
        long[] weights = composition.weights();
        long[][] principals = CumulativeSplit.cut(
                issued.values().stream().mapToLong(Amounts::principalFen).toArray(), weights);
        List<SharedDraft> drafts = new ArrayList<>();
        for (Map.Entry<Integer, Amounts> installment : issued.entrySet()) {
            SharedDraft draft = SharedDraft.of(SharedInstallment.empty(installment.getKey(), weights.length));
            draft.dues(Component.PRINCIPAL, principals[drafts.size()]);
            draft.dues(
                    Component.INTEREST,
                    CumulativeSplit.split(installment.getValue().interestFen(), weights));
            draft.dues(
                    Component.FEE, CumulativeSplit.split(installment.getValue().feeFen(), weights));
            drafts.add(draft);
        }
        if (composition.ownRates()) {
            OwnInterest interest =
                    new OwnInterest(composition, ledger, ledger.head().startDate(), false, drafts);
            drafts.forEach(draft -> interest.share(
                    draft, LongStream.of(draft.dues(Component.INTEREST)).sum()));
        }
        SortedMap<Integer, SharedInstallment> opened = new TreeMap<>();
        drafts.forEach(draft -> opened.put(draft.installmentNo(), draft.installment()));
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

    /**
     * Splits one event to the sub-orders. An event that re-plans or changes interest needs all installments here, another
     * one those it touches.
     *
     * @param ledger the order after the event or later
     * @param reversed the booked lines of the event that this one reverses, otherwise empty
     */
    public Split split(LedgerEvent event, Ledger ledger, List<SplitLine> reversed) {
        return new EventSplitter(composition, installments).apply(event, ledger, reversed);
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

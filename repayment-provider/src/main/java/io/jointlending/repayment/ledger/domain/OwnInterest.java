package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Component;
import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.Replanner;
import io.jointlending.support.money.RunningPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Interest dues where institutions have rates of their own: each is owed what its rate makes of its own balance, by the
 * method, days and rounding of the order; the others without a rate get their part of the borrower's interest; the lead gets
 * what is left. Together never more than the borrower owes: where the figures would be more, which only their rounding can do,
 * the lead gets nothing and the rest is cut in proportion to the figures.
 */
final class OwnInterest {
    private final Composition composition;
    private final PlanTerms issued;
    private final LocalDate day;
    private final boolean stops;
    private final SortedMap<Integer, SharedDraft> upcoming = new TreeMap<>();
    private final SortedMap<Integer, LocalDate> prepaidOn = new TreeMap<>();
    private final List<SharedDraft> prepaid = new ArrayList<>();

    /**
     * Of the installments of an order that are not due on a day.
     *
     * @param master the order, for its terms and due dates only: it may know events that are still to come here
     * @param stops true when interest runs to the day and no further
     * @param cells all installments of the institutions, with the principal as it is from now on
     */
    OwnInterest(Composition composition, Ledger master, LocalDate day, boolean stops, Iterable<SharedDraft> cells) {
        this.composition = composition;
        this.issued = master.issuedTerms();
        this.day = day;
        this.stops = stops;
        for (SharedDraft cell : cells) {
            LedgerInstallment installment = master.installment(cell.installmentNo());
            if (installment == null) {
                throw new IllegalStateException("Order " + master.head().orderNo() + " has no installment "
                        + cell.installmentNo() + ": " + master.installments());
            }
            if (installment.kind() == InstallmentKind.PREPAYMENT) {
                prepaid.add(cell);
                prepaidOn.put(cell.installmentNo(), installment.dueDate());
            } else if (installment.upcoming(day)) {
                upcoming.put(cell.installmentNo(), cell);
            }
        }
        if (!upcoming.keySet().equals(master.upcoming(day))) {
            throw new IllegalStateException("Order " + master.head().orderNo() + ": interest of " + upcoming.keySet()
                    + " needs all of " + master.upcoming(day) + ", which are not due on " + day);
        }
    }

    /**
     * Gives a cell its interest dues.
     *
     * @param targetFen what the borrower owes of it, in fen, at least what is settled
     */
    void share(SharedDraft cell, long targetFen) {
        long[] settled = cell.settled(Component.INTEREST);
        long[] wanted = wanted(cell, targetFen);
        cell.dues(Component.INTEREST, CumulativeSplit.split(targetFen, wanted, settled, null));
    }

    /** Figures that add up to the target, before what is settled binds them. */
    private long[] wanted(SharedDraft cell, long targetFen) {
        long[] figures = CumulativeSplit.split(targetFen, composition.weights());
        int lead = -1;
        for (int i = 0; i < figures.length; i++) {
            Seat seat = composition.seats().get(i);
            BigDecimal rate = seat.ownAnnualRate();
            if (seat.lead()) {
                lead = i;
                figures[i] = 0;
            } else if (rate != null) {
                figures[i] = Math.max(cell.settled(Component.INTEREST)[i], figure(cell.installmentNo(), i, rate));
            }
        }
        long others = LongStream.of(figures).reduce(0, Math::addExact);
        if (lead < 0) {
            throw new IllegalStateException("Rates of their own without a lead: " + composition);
        }
        if (others > targetFen) {
            return CumulativeSplit.split(targetFen, figures);
        }
        figures[lead] = targetFen - others;
        return figures;
    }

    /** What a rate makes of the balance of a place over the period of an installment, in fen. */
    private long figure(int installmentNo, int place, BigDecimal rate) {
        int running = upcoming.firstKey();
        LocalDate to = stops ? day : issued.dueDate(installmentNo);
        boolean bullet = issued.method() == PlanMethod.BULLET;
        if (stops ? installmentNo != running : bullet && installmentNo != issued.installments()) {
            return 0;
        }
        PlanTerms own = terms(place, rate);
        if (installmentNo == running || bullet) {
            return Replanner.interest(own, period(own, running, place), to);
        }
        long balance = openPrincipal(upcoming.tailMap(installmentNo), place);
        return Replanner.interest(own, RunningPeriod.of(installmentNo, issued.periodStart(installmentNo), balance), to);
    }

    private RunningPeriod period(PlanTerms own, int running, int place) {
        return RunningBalances.period(
                own,
                running,
                openPrincipal(upcoming, place),
                prepaid.stream()
                        .map(it -> new RunningBalances.Prepaid(
                                it.installmentNo(),
                                prepaidOn.getOrDefault(it.installmentNo(), day),
                                it.dues(Component.PRINCIPAL)[place]))
                        .toList());
    }

    private static long openPrincipal(SortedMap<Integer, SharedDraft> cells, int place) {
        return cells.values().stream()
                .mapToLong(it -> it.dues(Component.PRINCIPAL)[place] - it.settled(Component.PRINCIPAL)[place])
                .reduce(0, Math::addExact);
    }

    private PlanTerms terms(int place, BigDecimal rate) {
        return new PlanTerms(
                composition.seats().get(place).contributionFen(),
                rate,
                issued.method(),
                issued.dayCount(),
                issued.startDate(),
                issued.dueDates(),
                issued.rounding(),
                1,
                issued.interestOnlyInstallments(),
                issued.firstPeriodByDays());
    }
}

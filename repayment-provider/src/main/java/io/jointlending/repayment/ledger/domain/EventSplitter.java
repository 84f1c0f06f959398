package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.CumulativeSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Splits one event to the institutions, cell by cell (installment × component). What is booked is never taken back but by
 * a reversal, which mirrors the booked lines; so a due that grows has what is due as its lower bound, and one that shrinks
 * has what is settled.
 */
final class EventSplitter {
    private final Composition composition;
    private final long[] weights;
    private final SortedMap<Integer, SharedInstallment> before;
    private final boolean ownRates;
    private final SortedMap<Integer, SharedDraft> cells = new TreeMap<>();

    EventSplitter(Composition composition, SortedMap<Integer, SharedInstallment> before) {
        this.composition = composition;
        this.weights = composition.weights();
        this.before = before;
        this.ownRates = composition.ownRates();
    }

    /**
     * Splits an event.
     *
     * @param master the order, for its terms and due dates
     * @param reversed the booked lines of the event that this one reverses
     */
    Split apply(LedgerEvent event, Ledger master, List<SplitLine> reversed) {
        Set<Integer> upcoming = master.upcoming(event.valueDate());
        for (MasterLine line : event.lines()) {
            if (!before.containsKey(line.installmentNo())) {
                cells.put(
                        line.installmentNo(),
                        SharedDraft.of(SharedInstallment.empty(line.installmentNo(), composition.size())));
            }
        }
        Map<Integer, MasterLine> changed = new TreeMap<>();
        mirror(event, reversed).forEach(no -> changed.put(no, new MasterLine(no, Amounts.ZERO, Amounts.ZERO)));
        event.lines().forEach(line -> changed.put(line.installmentNo(), line));
        changed.values().forEach(line -> changeDues(line, event.replanned(), upcoming));
        if (event.replanned()) {
            cutPrincipal(event, upcoming);
        }
        if (ownRates) {
            shareInterest(event, master, upcoming);
        }
        if (event.kind() != EventKind.REVERSAL) {
            for (MasterLine line : event.lines()) {
                settle(line);
            }
        }
        return split();
    }

    /** Takes back what the reversed event did; returns the installments it touched. */
    private Set<Integer> mirror(LedgerEvent event, List<SplitLine> reversed) {
        Set<Integer> touched = new TreeSet<>();
        ReversedEvent origin = event.reversed();
        if (origin == null) {
            return touched;
        }
        List<Integer> seats = composition.seats().stream().map(Seat::seat).toList();
        for (SplitLine line : reversed) {
            Amounts due = ReversalRule.ownDue(origin.kind(), line.due());
            if (due.equals(Amounts.ZERO) && line.settled().equals(Amounts.ZERO)) {
                continue;
            }
            touched.add(line.installmentNo());
            int place = seats.indexOf(line.seat().seat());
            SharedDraft cell = cell(line.installmentNo());
            for (Component component : Component.values()) {
                cell.dues(component)[place] -= due.of(component);
                cell.settled(component)[place] -= line.settled().of(component);
            }
        }
        // What a later event settled of a due that goes stays due.
        touched.forEach(no -> cell(no).coverSettled());
        return touched;
    }

    /**
     * Brings the dues of a cell to what the master order has. Principal of a re-plan is cut over all its cells later, and
     * after it the interest of institutions with rates of their own.
     */
    private void changeDues(MasterLine line, boolean replanned, Collection<Integer> upcoming) {
        SharedDraft cell = cell(line.installmentNo());
        for (Component component : Component.values()) {
            boolean own = component == Component.INTEREST && ownRates;
            if ((component == Component.PRINCIPAL && replanned) || (own && upcoming.contains(line.installmentNo()))) {
                continue;
            }
            long target = Math.addExact(
                    due(line.installmentNo(), component), line.due().of(component));
            long[] dues = cell.dues(component);
            long now = LongStream.of(dues).sum();
            if (own && target != now) {
                cell.dues(
                        component,
                        CumulativeSplit.split(target, now == 0 ? weights : dues, cell.settled(component), null));
            } else if (target > now) {
                cell.dues(component, CumulativeSplit.split(target, weights, dues, null));
            } else if (target < now) {
                cell.dues(component, CumulativeSplit.split(target, weights, cell.settled(component), dues));
            }
        }
    }

    /** Interest where rates differ: of all that a re-plan may change, otherwise where the borrower's changed. */
    private void shareInterest(LedgerEvent event, Ledger master, Collection<Integer> upcoming) {
        SortedMap<Integer, Long> targets = new TreeMap<>();
        for (int no : upcoming) {
            long target = event.lines().stream()
                    .filter(line -> line.installmentNo() == no)
                    .mapToLong(line -> line.due().interestFen())
                    .reduce(due(no, Component.INTEREST), Math::addExact);
            SharedDraft cell = cells.get(no);
            long now = cell == null
                    ? due(no, Component.INTEREST)
                    : LongStream.of(cell.dues(Component.INTEREST)).sum();
            if (event.replanned() || now != target) {
                targets.put(no, target);
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        targets.keySet().forEach(this::cell);
        List<SharedDraft> all = new ArrayList<>(cells.values());
        before.forEach((no, shared) -> {
            if (!cells.containsKey(no)) {
                all.add(SharedDraft.of(shared));
            }
        });
        OwnInterest interest = new OwnInterest(
                composition, master, event.valueDate(), event.kind().stopsInterest(), all);
        targets.forEach((no, target) -> interest.share(cell(no), target));
    }

    /**
     * Cuts the prepaid principal and then the new principals cumulatively over what each institution still has to get
     * from these cells, so that its principal dues keep adding up to its contribution.
     */
    private void cutPrincipal(LedgerEvent event, Collection<Integer> upcoming) {
        List<SharedDraft> cut = new ArrayList<>();
        List<Long> parts = new ArrayList<>();
        for (MasterLine line : event.lines()) {
            if (!upcoming.contains(line.installmentNo()) && line.due().principalFen() != 0) {
                cut.add(cell(line.installmentNo()));
                parts.add(Math.max(line.due().principalFen(), 0));
            }
        }
        for (int no : before.keySet()) {
            if (upcoming.contains(no)) {
                SharedDraft cell = cell(no);
                long target = Math.addExact(
                        due(cell.installmentNo(), Component.PRINCIPAL),
                        event.lines().stream()
                                .filter(line -> line.installmentNo() == cell.installmentNo())
                                .mapToLong(line -> line.due().principalFen())
                                .sum());
                cut.add(cell);
                parts.add(Math.subtractExact(
                        target, LongStream.of(cell.settled(Component.PRINCIPAL)).sum()));
            }
        }
        long[] rest = new long[weights.length];
        for (SharedDraft cell : cut) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] += cell.dues(Component.PRINCIPAL)[i] - cell.settled(Component.PRINCIPAL)[i];
            }
        }
        if (LongStream.of(rest).sum()
                != parts.stream().mapToLong(Long::longValue).sum()) {
            throw new IllegalStateException("Principal of " + Arrays.toString(rest) + " fen cannot be planned again as "
                    + parts + ": " + event + " on " + before);
        }
        long[][] pieces =
                CumulativeSplit.cut(parts.stream().mapToLong(Long::longValue).toArray(), rest);
        for (int part = 0; part < pieces.length; part++) {
            long[] settled = cut.get(part).settled(Component.PRINCIPAL);
            long[] dues = pieces[part].clone();
            for (int i = 0; i < dues.length; i++) {
                dues[i] += settled[i];
            }
            cut.get(part).dues(Component.PRINCIPAL, dues);
        }
    }

    private void settle(MasterLine line) {
        SharedDraft cell = cell(line.installmentNo());
        for (Component component : Component.values()) {
            long fen = line.settled().of(component);
            if (fen > 0) {
                long[] lo = cell.settled(component);
                long[] hi = cell.dues(component);
                long cumulative = Math.addExact(LongStream.of(lo).sum(), fen);
                cell.settled(component, CumulativeSplit.split(cumulative, cellWeights(hi), lo, hi));
            }
        }
    }

    /**
     * The weights that reach the dues exactly: the order's own where they made the dues, otherwise (principal, which is
     * cut by cumulative differences) the dues themselves.
     */
    private long[] cellWeights(long[] dues) {
        boolean made = Arrays.equals(CumulativeSplit.split(LongStream.of(dues).sum(), weights), dues);
        return made ? weights : dues;
    }

    private Split split() {
        SortedMap<Integer, SharedInstallment> after = new TreeMap<>(before);
        List<SplitLine> lines = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        cells.forEach((no, cell) -> {
            if (!before.containsKey(no)) {
                added.add(no);
            }
            SharedInstallment was = before.getOrDefault(no, SharedInstallment.empty(no, composition.size()));
            SharedInstallment now = cell.installment();
            after.put(no, now);
            for (int i = 0; i < composition.size(); i++) {
                SplitLine line = new SplitLine(
                        composition.seats().get(i),
                        no,
                        now.dues().get(i).minus(was.dues().get(i)),
                        now.settled().get(i).minus(was.settled().get(i)));
                if (!line.empty()) {
                    lines.add(line);
                }
            }
        });
        return new Split(new SubLedgers(composition, after), List.copyOf(lines), List.copyOf(added));
    }

    /** What was due of a cell of the master order before the event, in fen. */
    private long due(int installmentNo, Component component) {
        SharedInstallment was = before.get(installmentNo);
        return was == null ? 0 : was.due().of(component);
    }

    private SharedDraft cell(int installmentNo) {
        return cells.computeIfAbsent(installmentNo, no -> {
            SharedInstallment cell = before.get(no);
            if (cell == null) {
                throw new IllegalStateException(
                        "Installment " + no + " is not among " + before.keySet() + " of " + composition);
            }
            return SharedDraft.of(cell);
        });
    }
}

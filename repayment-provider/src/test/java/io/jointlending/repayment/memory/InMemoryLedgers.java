package io.jointlending.repayment.memory;

import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.Repayment;
import io.jointlending.repayment.ledger.domain.SharedInstallment;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ledgers in memory, for one thread. What is refused is refused before anything is changed: nothing is rolled back. */
public final class InMemoryLedgers implements Ledgers {
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Map<String, SubLedgers> subLedgers = new HashMap<>();
    private final Map<String, List<LedgerEvent>> events = new HashMap<>();
    private final Map<String, List<BookedLine>> splitLines = new HashMap<>();
    private final List<Repayment> repayments = new ArrayList<>();

    @Override
    public boolean exists(String orderNo) {
        return ledgers.containsKey(orderNo);
    }

    @Override
    public boolean open(Ledger ledger) {
        return ledgers.putIfAbsent(ledger.head().orderNo(), ledger) == null;
    }

    @Override
    public Optional<Ledger> find(String orderNo) {
        return Optional.ofNullable(ledgers.get(orderNo));
    }

    @Override
    public Optional<LedgerBook> findBook(String orderNo) {
        return find(orderNo).map(ledger -> new LedgerBook(ledger, Optional.ofNullable(subLedgers.get(orderNo))));
    }

    @Override
    public Optional<Ledger> lock(String orderNo) {
        return find(orderNo);
    }

    @Override
    public SubLedgers subLedgers(String orderNo, List<Integer> installmentNos) {
        SubLedgers all = Objects.requireNonNull(subLedgers.get(orderNo), orderNo);
        SortedMap<Integer, SharedInstallment> some = new TreeMap<>(all.installments());
        some.keySet().retainAll(installmentNos);
        return new SubLedgers(all.composition(), some);
    }

    @Override
    public boolean receiptBooked(String paymentReference) {
        return repayments.stream().anyMatch(it -> it.paymentReference().equals(paymentReference));
    }

    @Override
    public boolean add(Repayment repayment, LedgerHead before, Posting posting) {
        if (receiptBooked(repayment.paymentReference())) {
            return false;
        }
        boolean taken = repayments.stream()
                .anyMatch(it -> it.repaymentNo().equals(repayment.repaymentNo())
                        || (it.orderNo().equals(repayment.orderNo()) && it.sequence() == repayment.sequence()));
        if (taken) {
            throw new IllegalStateException("a number that is taken: " + repayment);
        }
        Ledger now = requireCurrent(before);
        Set<Integer> touched = new HashSet<>(posting.touched());
        Map<Integer, LedgerInstallment> after = new HashMap<>();
        posting.after().installments().forEach(it -> after.put(it.installmentNo(), it));
        List<LedgerInstallment> installments = now.installments().stream()
                .map(it -> touched.contains(it.installmentNo())
                        ? Objects.requireNonNull(after.get(it.installmentNo()))
                        : it)
                .toList();
        ledgers.put(repayment.orderNo(), new Ledger(posting.after().head(), installments));
        repayments.add(repayment);
        events.computeIfAbsent(repayment.orderNo(), no -> new ArrayList<>()).add(LedgerEvent.of(repayment, posting));
        return true;
    }

    @Override
    public void addSplit(LedgerHead after, LedgerEvent event, LocalDate bookingDate, Split split) {
        addLateSplitLines(after, event, bookingDate, split.lines());
        SubLedgers all = Objects.requireNonNull(subLedgers.get(after.orderNo()), after.orderNo());
        SortedMap<Integer, SharedInstallment> installments = new TreeMap<>(all.installments());
        installments.putAll(split.after().installments());
        subLedgers.put(after.orderNo(), new SubLedgers(all.composition(), installments));
    }

    @Override
    public List<LedgerEvent> events(String orderNo, long afterSequence, int limit) {
        return events.getOrDefault(orderNo, List.of()).stream()
                .filter(event -> event.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public void addLateSplitLines(LedgerHead head, LedgerEvent event, LocalDate bookingDate, List<SplitLine> lines) {
        List<BookedLine> booked = splitLines.computeIfAbsent(head.orderNo(), no -> new ArrayList<>());
        lines.forEach(line -> booked.add(new BookedLine(
                event.sequence(),
                line.installmentNo(),
                line.seat().subOrderNo(),
                line.seat().institutionCode(),
                event.repaymentNo(),
                event.valueDate(),
                bookingDate,
                line.penaltyGrowthFen(),
                line.settled())));
    }

    @Override
    public void openSubLedgers(LedgerHead before, LedgerHead after, Ledger ledger, SubLedgers opened) {
        Ledger now = requireCurrent(before);
        ledgers.put(before.orderNo(), new Ledger(after, now.installments()));
        subLedgers.put(before.orderNo(), opened);
    }

    /** The lines of the split of an order, by sequence, installment and sub-order. */
    public List<BookedLine> splitLines(String orderNo) {
        return splitLines.getOrDefault(orderNo, List.of()).stream()
                .sorted(Comparator.comparingLong(BookedLine::sequence)
                        .thenComparingInt(BookedLine::installmentNo)
                        .thenComparing(BookedLine::subOrderNo))
                .toList();
    }

    /** All repayments in the order of their booking. */
    public List<Repayment> repayments() {
        return List.copyOf(repayments);
    }

    private Ledger requireCurrent(LedgerHead before) {
        Ledger now = ledgers.get(before.orderNo());
        if (now == null
                || now.head().ledgerVersion() != before.ledgerVersion()
                || now.head().splitVersion() != before.splitVersion()) {
            throw new IllegalStateException("0 rows changed instead of 1: " + before);
        }
        return now;
    }
}

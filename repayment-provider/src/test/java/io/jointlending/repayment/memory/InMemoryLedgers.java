package io.jointlending.repayment.memory;

import io.jointlending.repayment.ledger.domain.BookedEvent;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.ReversedEvent;
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
import org.jspecify.annotations.Nullable;

/** Ledgers in memory, for one thread. What is refused is refused before anything is changed: nothing is rolled back. */
public final class InMemoryLedgers implements Ledgers {
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Map<String, SubLedgers> subLedgers = new HashMap<>();
    private final Map<String, List<LedgerEvent>> events = new HashMap<>();
    private final Map<String, List<BookedLine>> splitLines = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    @Override
    public LocalDate holdBookingDay(LocalDate today) {
        return today;
    }

    /** Nothing is archived from memory. */
    @Override
    public boolean archived(String orderNo) {
        return false;
    }

    @Override
    public Optional<LedgerBook> findArchivedBook(String orderNo) {
        return Optional.empty();
    }

    @Override
    public boolean exists(String orderNo) {
        return ledgers.containsKey(orderNo);
    }

    @Override
    public boolean open(Ledger ledger, @Nullable String channelCode) {
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
    public SubLedgers subLedgers(String orderNo, @Nullable List<Integer> installmentNos) {
        SubLedgers all = Objects.requireNonNull(subLedgers.get(orderNo), orderNo);
        if (installmentNos == null) {
            return all;
        }
        SortedMap<Integer, SharedInstallment> some = new TreeMap<>(all.installments());
        some.keySet().retainAll(installmentNos);
        return new SubLedgers(all.composition(), some);
    }

    @Override
    public boolean receiptBooked(String paymentReference) {
        return bookings.stream().anyMatch(it -> paymentReference.equals(it.paymentReference()));
    }

    @Override
    public boolean add(Booking booking, LedgerHead before, Posting posting) {
        String reference = booking.paymentReference();
        if (reference != null && receiptBooked(reference)) {
            return false;
        }
        boolean taken = bookings.stream()
                .anyMatch(it -> it.repaymentNo().equals(booking.repaymentNo())
                        || (it.orderNo().equals(booking.orderNo()) && it.sequence() == booking.sequence()));
        if (taken) {
            throw new IllegalStateException("a number that is taken: " + booking);
        }
        Ledger now = requireCurrent(before);
        Set<Integer> touched = new HashSet<>(posting.touched());
        List<LedgerInstallment> installments = posting.after().installments().stream()
                .map(it -> {
                    LedgerInstallment was = now.installment(it.installmentNo());
                    return was == null || touched.contains(it.installmentNo()) ? it : was;
                })
                .toList();
        ledgers.put(booking.orderNo(), new Ledger(posting.after().head(), installments));
        bookings.add(booking);
        events.computeIfAbsent(booking.orderNo(), no -> new ArrayList<>()).add(LedgerEvent.of(booking, posting));
        return true;
    }

    @Override
    public void addSplit(Ledger master, LedgerEvent event, LocalDate bookingDate, Split split) {
        LedgerHead after = master.head();
        addLateSplitLines(after, event, bookingDate, split.lines());
        SubLedgers all = Objects.requireNonNull(subLedgers.get(after.orderNo()), after.orderNo());
        SortedMap<Integer, SharedInstallment> installments = new TreeMap<>(all.installments());
        installments.putAll(split.after().installments());
        subLedgers.put(after.orderNo(), new SubLedgers(all.composition(), installments));
    }

    @Override
    public Optional<BookedEvent> event(String orderNo, String repaymentNo) {
        List<LedgerEvent> all = events.getOrDefault(orderNo, List.of());
        return bookings.stream()
                .filter(it -> it.orderNo().equals(orderNo) && it.repaymentNo().equals(repaymentNo))
                .findFirst()
                .map(it -> new BookedEvent(
                        all.get((int) it.sequence() - 1),
                        it.paymentReference(),
                        it.appliedFen(),
                        it.suspenseFen(),
                        all.stream().anyMatch(event -> {
                            ReversedEvent reversed = event.reversed();
                            return reversed != null && reversed.sequence() == it.sequence();
                        })));
    }

    @Override
    public List<SplitLine> splitLines(String orderNo, long sequence) {
        SubLedgers all = Objects.requireNonNull(subLedgers.get(orderNo), orderNo);
        return splitLines(orderNo).stream()
                .filter(it -> it.sequence() == sequence)
                .map(it -> new SplitLine(
                        all.composition().seats().stream()
                                .filter(seat -> seat.subOrderNo().equals(it.subOrderNo()))
                                .findFirst()
                                .orElseThrow(),
                        it.installmentNo(),
                        it.due(),
                        it.settled()))
                .toList();
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
                line.due(),
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

    /** All events in the order of their booking. */
    public List<Booking> repayments() {
        return List.copyOf(bookings);
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

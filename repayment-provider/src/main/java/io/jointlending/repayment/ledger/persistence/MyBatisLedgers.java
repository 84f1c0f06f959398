package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.BookedEvent;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.EventKind;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Ledgers in tables. The number of statements of an event does not depend on how many installments it touches. */
public final class MyBatisLedgers implements Ledgers {
    private final LedgerMapper ledgers;
    private final EventMapper events;
    private final SubLedgerMapper subLedgers;
    private final BookingDays bookingDays;
    private final ArchiveMapper archive;

    /** Ledgers of this session's database. */
    public MyBatisLedgers(SqlSession session) {
        this.ledgers = mapper(session, LedgerMapper.class);
        this.events = mapper(session, EventMapper.class);
        this.subLedgers = mapper(session, SubLedgerMapper.class);
        this.bookingDays = new BookingDays(session);
        this.archive = mapper(session, ArchiveMapper.class);
    }

    @Override
    public LocalDate holdBookingDay(LocalDate today) {
        return bookingDays.hold(today);
    }

    @Override
    public boolean exists(String orderNo) {
        return ledgers.count(orderNo) > 0;
    }

    @Override
    public boolean archived(String orderNo) {
        return archive.count(orderNo) > 0;
    }

    @Override
    public Optional<LedgerBook> findArchivedBook(String orderNo) {
        LedgerRow row = archive.find(orderNo);
        if (row == null) {
            return Optional.empty();
        }
        Ledger ledger = ledger(row, archive.installments(orderNo));
        return Optional.of(new LedgerBook(ledger, Optional.of(SubRow.subLedgers(archive.subRows(orderNo)))));
    }

    @Override
    public boolean open(Ledger ledger, @Nullable String channelCode) {
        LedgerRow row = LedgerRow.of(ledger.head());
        if (!inserted(() -> ledgers.insert(row, channelCode))) {
            return false;
        }
        List<InstallmentRow> installments =
                ledger.installments().stream().map(InstallmentRow::of).toList();
        put(row.orderNo(), installments);
        return true;
    }

    @Override
    public Optional<Ledger> find(String orderNo) {
        return Optional.ofNullable(ledger(ledgers.hold(orderNo)));
    }

    @Override
    public Optional<LedgerBook> findBook(String orderNo) {
        return find(orderNo)
                .map(ledger -> new LedgerBook(
                        ledger,
                        ledger.head().split()
                                ? Optional.of(SubRow.subLedgers(subLedgers.rows(orderNo)))
                                : Optional.empty()));
    }

    @Override
    public Optional<Ledger> lock(String orderNo) {
        return Optional.ofNullable(ledger(ledgers.lock(orderNo)));
    }

    @Override
    public SubLedgers subLedgers(String orderNo, @Nullable List<Integer> installmentNos) {
        return SubRow.subLedgers(
                installmentNos == null ? subLedgers.rows(orderNo) : subLedgers.rowsOf(orderNo, installmentNos));
    }

    @Override
    public boolean receiptBooked(String paymentReference) {
        return events.countReceipts(paymentReference) > 0;
    }

    @Override
    public boolean add(Booking booking, LedgerHead before, Posting posting) {
        int shardKey = OrderNumbers.geneOf(booking.orderNo());
        LedgerEvent event = LedgerEvent.of(booking, posting);
        if (!inserted(() -> events.insert(booking, shardKey, event))) {
            requireBooked(booking);
            return false;
        }
        move(before, posting.after().head());
        if (!event.lines().isEmpty()) {
            require(events.insertLines(booking, shardKey, event), event.lines().size(), booking);
        }
        Set<Integer> written = new HashSet<>(posting.added());
        if (!event.lines().isEmpty()) {
            written.addAll(posting.touched());
        }
        List<InstallmentRow> rows = posting.after().installments().stream()
                .filter(installment -> written.contains(installment.installmentNo()))
                .map(InstallmentRow::of)
                .toList();
        if (!rows.isEmpty()) {
            put(booking.orderNo(), rows);
        }
        return true;
    }

    private void put(String orderNo, List<InstallmentRow> rows) {
        requirePut(ledgers.putInstallments(orderNo, OrderNumbers.geneOf(orderNo), rows), rows.size(), rows);
    }

    @Override
    public void addSplit(Ledger master, LedgerEvent event, LocalDate bookingDate, Split split) {
        LedgerHead after = master.head();
        addLateSplitLines(after, event, bookingDate, split.lines());
        putCells(after.orderNo(), SubCell.of(split.after(), master));
        if (after.status() != LedgerStatus.ACTIVE || event.kind() == EventKind.REVERSAL) {
            int moved = subLedgers.move(after.orderNo(), after.status().name());
            int all = split.after().composition().size();
            require(moved, event.kind() == EventKind.REVERSAL && moved == 0 ? 0 : all, event);
        }
    }

    @Override
    public Optional<BookedEvent> event(String orderNo, String repaymentNo) {
        return EventRow.booked(events.event(orderNo, repaymentNo)).stream().findFirst();
    }

    @Override
    public List<SplitLine> splitLines(String orderNo, long sequence) {
        return subLedgers.lines(orderNo, sequence).stream().map(SubRow::line).toList();
    }

    @Override
    public List<LedgerEvent> events(String orderNo, long afterSequence, int limit) {
        return EventRow.events(events.events(orderNo, afterSequence, limit));
    }

    @Override
    public void addLateSplitLines(LedgerHead head, LedgerEvent event, LocalDate bookingDate, List<SplitLine> lines) {
        if (!lines.isEmpty()) {
            require(
                    subLedgers.insertLines(head, OrderNumbers.geneOf(head.orderNo()), event, bookingDate, lines),
                    lines.size(),
                    event);
        }
    }

    @Override
    public void openSubLedgers(LedgerHead before, LedgerHead after, Ledger ledger, SubLedgers opened) {
        move(before, after);
        String orderNo = before.orderNo();
        require(
                subLedgers.insertSubLedgers(
                        orderNo,
                        OrderNumbers.geneOf(orderNo),
                        after.status().name(),
                        opened.composition().seats()),
                opened.composition().size(),
                after);
        putCells(orderNo, SubCell.of(opened, ledger));
    }

    private void putCells(String orderNo, List<SubCell> cells) {
        if (!cells.isEmpty()) {
            requirePut(subLedgers.putCells(orderNo, OrderNumbers.geneOf(orderNo), cells), cells.size(), cells);
        }
    }

    /** Another unique key than the receipt's is no answer for the payer: the money is booked nowhere. */
    private void requireBooked(Booking booking) {
        String reference = booking.paymentReference();
        if (reference == null || !receiptBooked(reference)) {
            throw new IllegalStateException("number or sequence of the event is taken: " + booking);
        }
    }

    private void move(LedgerHead before, LedgerHead after) {
        require(ledgers.update(LedgerRow.of(after), before.ledgerVersion(), before.splitVersion()), 1, before);
    }

    private @Nullable Ledger ledger(@Nullable LedgerRow row) {
        return row == null ? null : ledger(row, ledgers.installments(row.orderNo()));
    }

    private static Ledger ledger(LedgerRow row, List<InstallmentRow> installments) {
        LedgerHead head = row.head();
        return new Ledger(
                head,
                installments.stream()
                        .map(installment ->
                                installment.installment(head.penaltyTerms().basis()))
                        .toList());
    }

    private static void require(int rows, int expected, Object what) {
        if (rows != expected) {
            throw new IllegalStateException(rows + " rows changed instead of " + expected + ": " + what);
        }
    }

    /** The database counts 1 for a row that is new or stays as it is, 2 for one that changes. */
    private static void requirePut(int count, int rows, Object what) {
        if (count < rows || count > 2 * rows) {
            throw new IllegalStateException("writing " + rows + " rows counted " + count + ": " + what);
        }
    }

    /** False when a unique key says that it is there already. */
    private static boolean inserted(IntSupplier insert) {
        try {
            return insert.getAsInt() == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    private static <M> M mapper(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}

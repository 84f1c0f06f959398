package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.Repayment;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.tx.DatabaseFailure;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** {@link Ledgers} in MySQL. A repayment takes the same number of statements however many installments it touches. */
public final class MyBatisLedgers implements Ledgers {
    /** Reads without a lock before a reader takes it: beyond that the order is being written all the time. */
    private static final int FREE_READS = 3;

    private static final String RECEIPT_KEY = "uk_repayment_receipt";

    private final LedgerMapper ledgers;
    private final EventMapper events;
    private final StoredSubLedgers subLedgers;

    /** Ledgers of this session's database. */
    public MyBatisLedgers(SqlSession session) {
        this.ledgers = Mappers.of(session, LedgerMapper.class);
        this.events = Mappers.of(session, EventMapper.class);
        this.subLedgers = new StoredSubLedgers(Mappers.of(session, SubLedgerMapper.class));
    }

    @Override
    public boolean exists(String orderNo) {
        return ledgers.findVersion(orderNo) != null;
    }

    @Override
    public boolean open(Ledger ledger) {
        String orderNo = ledger.head().orderNo();
        if (exists(orderNo)) {
            return false;
        }
        int shardKey = OrderNumbers.geneOf(orderNo);
        try {
            Rows.require(ledgers.insert(ledger.head(), shardKey), 1, "opening " + orderNo);
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
        Rows.insert(
                ledger.installments(),
                rows -> ledgers.insertInstallments(orderNo, shardKey, rows),
                "installments of " + orderNo);
        return true;
    }

    @Override
    public Optional<Ledger> find(String orderNo) {
        return read(orderNo, false).map(LedgerBook::ledger);
    }

    @Override
    public Optional<LedgerBook> findBook(String orderNo) {
        return read(orderNo, true);
    }

    @Override
    public Optional<Ledger> lock(String orderNo) {
        return Optional.ofNullable(ledgers.lock(orderNo)).map(row -> ledger(row, ledgers.installments(orderNo)));
    }

    @Override
    public SubLedgers subLedgers(String orderNo, List<Integer> installmentNos) {
        return subLedgers.find(orderNo, installmentNos);
    }

    @Override
    public boolean receiptBooked(String paymentReference) {
        return events.findByReceipt(paymentReference) != null;
    }

    @Override
    public boolean add(Repayment repayment, LedgerHead before, Posting posting) {
        String orderNo = before.orderNo();
        int shardKey = OrderNumbers.geneOf(orderNo);
        if (!insert(repayment, shardKey)) {
            return false;
        }
        if (!posting.lines().isEmpty()) {
            Rows.require(
                    events.insertLines(repayment, shardKey, posting.lines()),
                    posting.lines().size(),
                    "lines of " + repayment);
            List<LedgerInstallment> touched = touched(posting);
            Rows.requireUpdated(
                    ledgers.updateInstallments(orderNo, shardKey, touched), touched.size(), "posting " + repayment);
        }
        Rows.require(ledgers.update(before, posting.after().head()), 1, "moving " + before);
        return true;
    }

    @Override
    public void addSplit(Ledger after, LedgerEvent event, LocalDate bookingDate, Split split) {
        LedgerHead head = after.head();
        insertSplitLines(head.orderNo(), head.splitVersion(), event, bookingDate, split.lines());
        subLedgers.update(after, split);
        if (head.settlement() != null && head.settlement().sequence() == event.sequence()) {
            subLedgers.settle(head.orderNo(), split.after().composition().size());
        }
    }

    @Override
    public List<LedgerEvent> events(String orderNo, long afterSequence, int limit) {
        List<EventRow> rows = events.events(orderNo, afterSequence, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<MasterLineRow>> lines =
                events
                        .lines(
                                orderNo,
                                rows.get(0).sequenceNo(),
                                rows.get(rows.size() - 1).sequenceNo())
                        .stream()
                        .collect(Collectors.groupingBy(MasterLineRow::sequenceNo));
        return rows.stream()
                .map(row -> new LedgerEvent(
                        row.sequenceNo(),
                        row.repaymentNo(),
                        row.valueDate(),
                        lines.getOrDefault(row.sequenceNo(), List.of()).stream()
                                .map(MasterLineRow::line)
                                .toList()))
                .toList();
    }

    @Override
    public void addLateSplitLines(LedgerHead head, LedgerEvent event, LocalDate bookingDate, List<SplitLine> lines) {
        insertSplitLines(head.orderNo(), 1, event, bookingDate, lines);
    }

    @Override
    public void openSubLedgers(LedgerHead before, LedgerHead after, Ledger ledger, SubLedgers opened) {
        Rows.require(ledgers.update(before, after), 1, "splitting " + before);
        subLedgers.open(after, ledger, opened);
    }

    private boolean insert(Repayment repayment, int shardKey) {
        try {
            Rows.require(events.insert(repayment, shardKey), 1, "adding " + repayment);
            return true;
        } catch (RuntimeException e) {
            // Only the receipt can be booked by somebody else: number and sequence are ours under the lock.
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE
                    && String.valueOf(e.getMessage()).contains(RECEIPT_KEY)) {
                return false;
            }
            throw e;
        }
    }

    private void insertSplitLines(
            String orderNo, int splitVersion, LedgerEvent event, LocalDate bookingDate, List<SplitLine> lines) {
        if (!lines.isEmpty()) {
            Rows.require(
                    events.insertSplitLines(
                            orderNo, OrderNumbers.geneOf(orderNo), splitVersion, event, bookingDate, lines),
                    lines.size(),
                    "split of " + orderNo + " sequence " + event.sequence());
        }
    }

    /** Reads until nothing was booked between the first and the last statement. */
    private Optional<LedgerBook> read(String orderNo, boolean withSubLedgers) {
        for (int attempt = 1; ; attempt++) {
            boolean locked = attempt > FREE_READS;
            LedgerRow head = locked ? ledgers.lock(orderNo) : ledgers.find(orderNo);
            if (head == null) {
                return Optional.empty();
            }
            List<InstallmentRow> rows = ledgers.installments(orderNo);
            @Nullable
            StoredSubLedgers.Read parts = withSubLedgers && head.splitVersion() > 0
                    ? subLedgers.read(
                            orderNo,
                            rows.stream().map(InstallmentRow::installmentNo).toList())
                    : null;
            if (locked || head.ledgerVersion().equals(ledgers.findVersion(orderNo))) {
                return Optional.of(new LedgerBook(
                        ledger(head, rows), Optional.ofNullable(parts).map(StoredSubLedgers.Read::subLedgers)));
            }
        }
    }

    private static Ledger ledger(LedgerRow head, List<InstallmentRow> rows) {
        return new Ledger(
                head.head(), rows.stream().map(InstallmentRow::installment).toList());
    }

    private static List<LedgerInstallment> touched(Posting posting) {
        Set<Integer> numbers = new HashSet<>(posting.touched());
        return posting.after().installments().stream()
                .filter(installment -> numbers.contains(installment.installmentNo()))
                .toList();
    }
}

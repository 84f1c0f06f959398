package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Composition;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SharedInstallment;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.order.OrderNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sub-ledgers of an order, between domain and rows. */
final class StoredSubLedgers {
    private final SubLedgerMapper mapper;

    StoredSubLedgers(SubLedgerMapper mapper) {
        this.mapper = mapper;
    }

    /** Rows as read, not yet checked: another transaction may have written between the statements. */
    record Read(List<SeatRow> seats, List<SubInstallmentRow> installments) {
        SubLedgers subLedgers() {
            Composition composition =
                    new Composition(seats.stream().map(SeatRow::toSeat).toList());
            Map<Integer, List<SubInstallmentRow>> byNumber =
                    installments.stream().collect(Collectors.groupingBy(SubInstallmentRow::installmentNo));
            TreeMap<Integer, SharedInstallment> shared = new TreeMap<>();
            byNumber.forEach((no, rows) -> shared.put(no, shared(no, rows, composition)));
            return new SubLedgers(composition, shared);
        }

        private static SharedInstallment shared(int no, List<SubInstallmentRow> rows, Composition composition) {
            List<Integer> expected =
                    composition.seats().stream().map(Seat::seat).toList();
            if (!rows.stream().map(SubInstallmentRow::seat).toList().equals(expected)) {
                throw new IllegalStateException(
                        "Installment " + no + " of " + composition + " is shared by other seats: " + rows);
            }
            return new SharedInstallment(
                    no,
                    rows.stream().map(SubInstallmentRow::due).toList(),
                    rows.stream().map(SubInstallmentRow::settled).toList());
        }
    }

    SubLedgers find(String orderNo, List<Integer> installmentNos) {
        return read(orderNo, installmentNos).subLedgers();
    }

    Read read(String orderNo, List<Integer> installmentNos) {
        return new Read(mapper.seats(orderNo), mapper.installments(orderNo, installmentNos));
    }

    void open(LedgerHead head, Ledger ledger, SubLedgers opened) {
        String orderNo = head.orderNo();
        int shardKey = OrderNumbers.geneOf(orderNo);
        List<Seat> seats = opened.composition().seats();
        Rows.require(mapper.insert(orderNo, shardKey, seats, head.status()), seats.size(), "sub-ledgers of " + orderNo);
        List<SubInstallmentRow> rows = new ArrayList<>();
        for (LedgerInstallment master : ledger.installments()) {
            SharedInstallment shared = opened.installment(master.installmentNo());
            for (int i = 0; i < seats.size(); i++) {
                rows.add(SubInstallmentRow.of(
                        seats.get(i),
                        master.installmentNo(),
                        master.dueDate(),
                        shared.dues().get(i),
                        shared.settled().get(i)));
            }
        }
        Rows.insert(
                rows, chunk -> mapper.insertInstallments(orderNo, shardKey, chunk), "sub-installments of " + orderNo);
    }

    /** Updates the rows that a split changed, which are those that have a line. */
    void update(Ledger after, Split split) {
        String orderNo = after.head().orderNo();
        List<Seat> seats = split.after().composition().seats();
        List<SubInstallmentRow> rows = new ArrayList<>();
        for (SplitLine line : split.lines()) {
            SharedInstallment shared = split.after().installment(line.installmentNo());
            int i = seats.indexOf(line.seat());
            rows.add(SubInstallmentRow.of(
                    line.seat(),
                    line.installmentNo(),
                    after.installment(line.installmentNo()).dueDate(),
                    shared.dues().get(i),
                    shared.settled().get(i)));
        }
        if (!rows.isEmpty()) {
            Rows.requireUpdated(
                    mapper.updateInstallments(orderNo, OrderNumbers.geneOf(orderNo), rows),
                    rows.size(),
                    "split of " + orderNo);
        }
    }

    void settle(String orderNo, int seats) {
        Rows.require(mapper.settle(orderNo), seats, "settling the sub-ledgers of " + orderNo);
    }
}

package io.jointlending.repayment.ledger;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.BookedLine;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of ledgers must do. */
abstract class LedgersContract {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final long PRINCIPAL = 1_000_000;
    private static final LocalDate OVERDUE = START.plusDays(80);
    private static final LocalDate LATE = START.plusDays(200);

    abstract Ledgers ledgers();

    abstract SuspenseAccounts suspense();

    abstract Transactions transactions();

    /** The stored lines of the split, by sequence, installment and sub-order. */
    abstract List<BookedLine> splitLines(String orderNo);

    @Test
    void a_ledger_is_opened_once_and_stays_as_it_was() {
        String orderNo = orderNo();
        Ledger ledger = TestLedgers.ledger(orderNo, PRINCIPAL, 6, "0.18", 77, 3);
        assertThat(in(() -> ledgers().exists(orderNo))).isFalse();
        assertThat(in(() -> ledgers().open(ledger, null))).isTrue();
        assertThat(in(() -> ledgers().open(TestLedgers.ledger(orderNo, 5, 1), null)))
                .isFalse();
        assertThat(in(() -> ledgers().exists(orderNo))).isTrue();
        assertThat(in(() -> ledgers().find(orderNo))).contains(ledger);
        assertThat(in(() -> ledgers().lock(orderNo))).contains(ledger);
        assertThat(in(() -> ledgers().findBook(orderNo)).orElseThrow().subLedgers())
                .isEmpty();
    }

    @Test
    void an_order_without_a_ledger_has_nothing() {
        String orderNo = orderNo();
        assertThat(in(() -> ledgers().find(orderNo))).isEmpty();
        assertThat(in(() -> ledgers().findBook(orderNo))).isEmpty();
        assertThat(in(() -> ledgers().lock(orderNo))).isEmpty();
        assertThat(in(() -> ledgers().events(orderNo, 0, 10))).isEmpty();
        assertThat(in(() -> ledgers().receiptBooked("P-none"))).isFalse();
    }

    @Test
    void a_repayment_changes_what_it_touches_and_nothing_else() {
        String orderNo = open();
        Ledger other = in(() -> ledgers().find(open())).orElseThrow();
        Posting first = book(orderNo, 200_000, OVERDUE);
        assertThat(first.touched()).containsExactly(1, 2);
        assertThat(in(() -> ledgers().find(orderNo))).contains(first.after());
        Posting second = book(orderNo, 100_000, OVERDUE.plusDays(9));
        assertThat(in(() -> ledgers().find(orderNo))).contains(second.after());
        assertThat(in(() -> ledgers().find(other.head().orderNo()))).contains(other);
    }

    @Test
    void a_receipt_is_booked_once_whatever_the_order() {
        String orderNo = open();
        String other = open();
        Ledger before = in(() -> ledgers().lock(orderNo)).orElseThrow();
        Posting posting = before.post(500, START);
        Booking repayment = repayment(posting, "P-" + orderNo, number());
        assertThat(in(() -> ledgers().add(repayment, before.head(), posting))).isTrue();
        assertThat(in(() -> ledgers().receiptBooked("P-" + orderNo))).isTrue();

        Posting again = posting.after().post(500, START);
        assertThat(in(() -> ledgers()
                        .add(
                                repayment(again, "P-" + orderNo, number()),
                                posting.after().head(),
                                again)))
                .isFalse();
        Ledger elsewhere = in(() -> ledgers().lock(other)).orElseThrow();
        Posting there = elsewhere.post(500, START);
        assertThat(in(() -> ledgers().add(repayment(there, "P-" + orderNo, number()), elsewhere.head(), there)))
                .isFalse();
        assertThat(in(() -> ledgers().find(orderNo))).contains(posting.after());
        assertThat(in(() -> ledgers().find(other))).contains(elsewhere);
        assertThat(in(() -> ledgers().events(orderNo, 0, 10))).hasSize(1);
    }

    /** Taken for a booked receipt, money that is nowhere in the ledger would be answered as booked. */
    @Test
    void a_number_that_is_taken_is_not_a_receipt_that_is_booked() {
        String orderNo = open();
        Ledger before = in(() -> ledgers().lock(orderNo)).orElseThrow();
        Posting posting = before.post(500, START);
        String number = number();
        in(() -> ledgers().add(repayment(posting, "P-" + number, number), before.head(), posting));
        Posting again = posting.after().post(500, START);
        assertThatThrownBy(() -> in(() -> ledgers()
                        .add(
                                repayment(again, "P-other-" + number, number),
                                posting.after().head(),
                                again)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(number);
        assertThat(in(() -> ledgers().receiptBooked("P-other-" + number))).isFalse();
        assertThat(in(() -> ledgers().find(orderNo))).contains(posting.after());
    }

    @Test
    void a_stale_head_moves_nothing() {
        String orderNo = open();
        Ledger stale = in(() -> ledgers().lock(orderNo)).orElseThrow();
        Posting booked = book(orderNo, 500, START);
        Posting onStale = stale.post(700, START);
        assertThatThrownBy(() ->
                        in(() -> ledgers().add(repayment(onStale, "P-" + number(), number()), stale.head(), onStale)))
                .isInstanceOf(IllegalStateException.class);
        SubLedgers subLedgers = SubLedgers.open(TestLedgers.composition(orderNo, PRINCIPAL, 7, 3), stale, List.of());
        assertThatThrownBy(() -> in(() -> {
                    ledgers().openSubLedgers(stale.head(), stale.headAfterSplit(), stale, subLedgers);
                    return "opened";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(orderNo);
        LedgerBook book = in(() -> ledgers().findBook(orderNo)).orElseThrow();
        assertThat(book.ledger()).isEqualTo(booked.after());
        assertThat(book.subLedgers()).isEmpty();
    }

    @Test
    void events_come_in_sequence_also_those_that_settled_nothing() {
        String orderNo = open();
        Posting first = book(orderNo, 300_000, OVERDUE);
        Posting second = book(orderNo, 2_000_000, OVERDUE.plusDays(1));
        Posting third = book(orderNo, 9, OVERDUE.plusDays(2));
        Posting fourth = book(orderNo, 10, OVERDUE.plusDays(2));
        assertThat(third.lines()).isEmpty();

        List<LedgerEvent> events = in(() -> ledgers().events(orderNo, 0, 10));
        assertThat(events).extracting(LedgerEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events)
                .extracting(LedgerEvent::lines)
                .containsExactly(first.lines(), second.lines(), third.lines(), fourth.lines());
        assertThat(events.get(1).valueDate()).isEqualTo(OVERDUE.plusDays(1));
        assertThat(in(() -> ledgers().events(orderNo, 1, 2))).isEqualTo(events.subList(1, 3));
        assertThat(in(() -> ledgers().events(orderNo, 4, 2))).isEmpty();
    }

    @Test
    void new_sub_ledgers_add_up_and_are_read_back() {
        String orderNo = open();
        SubLedgers opened = fund(orderNo, 5000, 3000, 2000);
        LedgerBook book = in(() -> ledgers().findBook(orderNo)).orElseThrow();
        assertThat(book.subLedgers()).contains(opened);
        assertThat(book.ledger().head().split()).isTrue();
        assertThat(book.ledger().head().ledgerVersion()).isEqualTo(1);
        assertThat(in(() -> ledgers().subLedgers(orderNo, List.of(2, 5))).installments())
                .containsOnlyKeys(2, 5)
                .containsEntry(5, opened.installment(5));
    }

    @Test
    void a_split_changes_only_what_it_touches() {
        String orderNo = open();
        SubLedgers opened = fund(orderNo, 5000, 3000, 2000);
        Posting posting = book(orderNo, 200_000, OVERDUE);
        LedgerBook book = in(() -> ledgers().findBook(orderNo)).orElseThrow();
        Split expected = opened.split(TestLedgers.event(posting), posting.after(), List.of());
        assertThat(book.ledger()).isEqualTo(posting.after());
        assertThat(book.subLedgers()).contains(expected.after());
        assertThat(splitLines(orderNo))
                .hasSize(6)
                .allSatisfy(line -> {
                    assertThat(line.sequence()).isEqualTo(1);
                    assertThat(line.valueDate()).isEqualTo(OVERDUE);
                    assertThat(line.bookingDate()).isEqualTo(OVERDUE);
                })
                .extracting(BookedLine::settled)
                .containsExactlyElementsOf(
                        expected.lines().stream().map(line -> line.settled()).toList());
        assertThat(splitLines(orderNo).get(0).institutionCode()).isEqualTo("BANK-1");
    }

    /** One fen goes to one institution; the rows of the others are written with the values they have. */
    @Test
    void a_split_of_one_fen_is_stored() {
        String orderNo = open();
        fund(orderNo, 5000, 3000, 2000);
        for (int fen = 0; fen < 4; fen++) {
            book(orderNo, 1, START);
        }
        assertThat(splitLines(orderNo)).hasSize(4);
        assertThat(in(() -> ledgers().findBook(orderNo))).isPresent();
    }

    @Test
    void events_before_the_sub_orders_are_split_later_on_the_day_of_the_split() {
        String early = open();
        fund(early, 7, 3);
        String late = open();
        for (String orderNo : List.of(early, late)) {
            book(orderNo, 123_457, OVERDUE);
            book(orderNo, 1, OVERDUE.plusDays(30));
        }
        fund(late, 7, 3);
        book(early, 2_000_000, LATE);
        book(late, 2_000_000, LATE);
        assertThat(splitLines(late))
                .extracting(BookedLine::sequence, BookedLine::installmentNo, BookedLine::settled, BookedLine::valueDate)
                .containsExactlyElementsOf(splitLines(early).stream()
                        .map(line -> tuple(line.sequence(), line.installmentNo(), line.settled(), line.valueDate()))
                        .toList());
        assertThat(splitLines(late)).extracting(BookedLine::bookingDate).containsOnly(LATE);
        assertThat(splitLines(early)).extracting(BookedLine::bookingDate).contains(OVERDUE);
    }

    @Test
    void a_settled_order_stays_settled_with_its_sub_orders() {
        String early = open();
        fund(early, 7, 3);
        book(early, 2_000_000, START);
        book(early, 5, OVERDUE);
        String late = open();
        book(late, 2_000_000, START);
        fund(late, 7, 3);
        for (String orderNo : List.of(early, late)) {
            Ledger ledger = in(() -> ledgers().findBook(orderNo)).orElseThrow().ledger();
            assertThat(ledger.head().status()).isEqualTo(LedgerStatus.SETTLED);
            assertThat(ledger.head().settledAnnounced()).isTrue();
            assertThat(ledger.returnablePrincipalFen()).isEqualTo(PRINCIPAL);
        }
    }

    @Test
    void excess_of_all_orders_of_a_customer_is_one_balance() {
        String borrowerNo = "B-" + number();
        assertThat(in(() -> suspense().balance(borrowerNo))).isZero();
        long before = in(() -> suspense().balance("B1"));
        for (int fen = 3; fen < 6; fen++) {
            book(open(), 2_000_000 + fen, START);
        }
        long dues = 3
                * TestLedgers.ledger(orderNo(), PRINCIPAL, 6).installments().stream()
                        .mapToLong(it -> it.due().total())
                        .sum();
        assertThat(in(() -> suspense().balance("B1")) - before).isEqualTo(6_000_012 - dues);
        assertThat(in(() -> suspense().balance(borrowerNo))).isZero();
    }

    private String open() {
        String orderNo = orderNo();
        in(() -> ledgers().open(TestLedgers.ledger(orderNo, PRINCIPAL, 6), null));
        return orderNo;
    }

    /** What the use case does, on the store alone. */
    private Posting book(String orderNo, long fen, LocalDate day) {
        return in(() -> {
            Ledger before = ledgers().lock(orderNo).orElseThrow();
            Posting posting = before.post(fen, before.head().valueDateOn(day));
            Booking repayment = repayment(posting, "P-" + number(), number());
            assertThat(ledgers().add(repayment, before.head(), posting)).isTrue();
            if (posting.suspenseFen() > 0) {
                suspense()
                        .move(new SuspenseMove(
                                repayment.repaymentNo(),
                                new SuspenseMove.Amount(SuspenseMove.Kind.EXCESS, posting.suspenseFen()),
                                "B1",
                                orderNo,
                                day));
            }
            if (before.head().split() && !posting.lines().isEmpty()) {
                Split split = ledgers()
                        .subLedgers(orderNo, posting.touched())
                        .split(LedgerEvent.of(repayment, posting), before, List.of());
                ledgers().addSplit(posting.after(), LedgerEvent.of(repayment, posting), day, split);
            }
            return posting;
        });
    }

    private SubLedgers fund(String orderNo, long... weights) {
        return in(() -> {
            Ledger ledger = ledgers().lock(orderNo).orElseThrow();
            List<LedgerEvent> events = ledgers().events(orderNo, 0, 100);
            SubLedgers subLedgers =
                    SubLedgers.open(TestLedgers.composition(orderNo, PRINCIPAL, weights), ledger, events);
            for (LedgerEvent event : events) {
                Split split = subLedgers.split(event, ledger, List.of());
                ledgers().addLateSplitLines(ledger.head(), event, LATE, split.lines());
                subLedgers = split.after();
            }
            ledgers().openSubLedgers(ledger.head(), ledger.headAfterSplit(), ledger, subLedgers);
            return subLedgers;
        });
    }

    private static Booking repayment(Posting posting, String reference, String number) {
        long fen = posting.appliedFen() + posting.suspenseFen();
        return new Booking(
                number,
                posting.after().head().orderNo(),
                posting.after().head().lastSequence(),
                reference,
                fen,
                posting.appliedFen(),
                posting.suspenseFen(),
                posting.after().head().valueDate(),
                posting.after().head().valueDate(),
                "local",
                "R-" + number,
                Booking.BORROWER,
                null);
    }

    private <T> T in(Supplier<T> work) {
        return transactions().inTransaction(work);
    }

    private static String orderNo() {
        return String.format(Locale.ROOT, "260115%012d0042", NUMBERS.incrementAndGet());
    }

    private static String number() {
        return "N" + NUMBERS.incrementAndGet();
    }
}

package io.jointlending.repayment;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.SubLedgerView;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.tx.DatabaseFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many payers at the same moment, on a real database. */
class ConcurrentRepaymentIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final int THREADS = 16;
    private static final long PATIENCE_SECONDS = 180;
    private static final int SEED = 20260115;
    private static final long[] WEIGHTS = {5000, 3000, 2000};
    private static final long PRINCIPAL = 1_234_567;
    private static final Set<DatabaseFailure> TRY_AGAIN =
            EnumSet.of(DatabaseFailure.DEADLOCK, DatabaseFailure.LOCK_WAIT);

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final Map<RepayRequest, List<Object>> answers = new ConcurrentHashMap<>();

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterEach
    void every_money_rule_of_the_schema_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void one_order_repaid_by_many_at_once_while_its_sub_orders_come() throws Exception {
        String orderNo = order(1);
        world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 12));
        world.calendar().move(START.plusDays(100));
        long owed = world.quote(orderNo).totalFen();
        Random random = new Random(SEED);
        List<RepayRequest> requests = new ArrayList<>();
        for (long fen : pieces(random, owed + 3, 60)) {
            RepayRequest request = world.request(orderNo, fen, null);
            requests.add(request);
            requests.add(request);
            if (random.nextInt(4) == 0) {
                requests.add(new RepayRequest(
                        request.requestNo() + "-other", orderNo, fen, request.paymentReference(), null, null));
            }
        }
        Collections.shuffle(requests, random);
        List<Runnable> acts = new ArrayList<>();
        requests.forEach(request -> acts.add(() -> send(request)));
        acts.add(
                acts.size() / 2,
                () -> world.funded(
                        RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, WEIGHTS))));
        together(acts);

        requireOneBookingPerReceipt(owed + 3);
        requireSettledToTheFen(world.ledger(orderNo));
        assertThat(world.suspense("B1")).isEqualTo(3);
        assertThat(settledMessages()).hasSize(1).allSatisfy(settled -> {
            assertThat(settled.orderNo()).isEqualTo(orderNo);
            assertThat(settled.returnablePrincipalFen()).isEqualTo(PRINCIPAL);
            assertThat(settled.settledOn()).isEqualTo(START.plusDays(100));
        });
        assertThat(count("SELECT COUNT(*) FROM mq_outbox WHERE tag = 'RepaymentPosted'"))
                .isEqualTo(60);
        assertThat(count("SELECT COUNT(DISTINCT booking_date, value_date) FROM split_line"))
                .isEqualTo(1);
    }

    @Test
    void many_orders_of_one_customer_repaid_at_once_with_receipts_that_were_mixed_up() throws Exception {
        List<String> orders = new ArrayList<>();
        long owed = 0;
        for (int i = 1; i <= 8; i++) {
            String orderNo = order(i);
            orders.add(orderNo);
            world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 6));
            world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, WEIGHTS)));
            owed += world.quote(orderNo).totalFen();
        }
        Random random = new Random(SEED);
        List<Runnable> acts = new ArrayList<>();
        for (String orderNo : orders) {
            for (int i = 0; i < 12; i++) {
                RepayRequest request = world.request(orderNo, 1 + random.nextLong(PRINCIPAL / 4), null);
                acts.add(() -> send(request));
                RepayRequest mixedUp = new RepayRequest(
                        request.requestNo() + "-other",
                        orders.get(random.nextInt(orders.size())),
                        request.amountFen(),
                        request.paymentReference(),
                        null,
                        null);
                acts.add(() -> send(mixedUp));
            }
        }
        Collections.shuffle(acts, random);
        together(acts);
        requireOneBookingPerReceipt(count("SELECT SUM(amount_fen) FROM ledger_event"));
        long open = orders.stream()
                .mapToLong(orderNo -> world.quote(orderNo).totalFen())
                .sum();
        long received = count("SELECT SUM(amount_fen) FROM ledger_event");
        assertThat(received - world.suspense("B1")).isEqualTo(owed - open);
        assertThat(settledMessages())
                .extracting(MasterOrderSettled::orderNo)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .filter(orderNo -> world.quote(orderNo).totalFen() == 0)
                        .toList());
    }

    @Test
    void a_ledger_that_many_open_at_once_is_opened_once() throws Exception {
        String orderNo = order(1);
        world.loans().activate(RepaymentWorld.activation(TestLedgers.ledger(orderNo, PRINCIPAL, 12)));
        List<Runnable> acts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RepayRequest request = world.request(orderNo, 10 + i, null);
            acts.add(() -> send(request));
            acts.add(() -> world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 12)));
        }
        together(acts);
        requireOneBookingPerReceipt(THREADS * 10 + THREADS * (THREADS - 1) / 2);
        assertThat(world.ledger(orderNo).ledgerVersion()).isEqualTo(1 + THREADS);
    }

    @Test
    void a_quote_is_used_once() throws Exception {
        String orderNo = order(1);
        world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 12));
        String token = world.quote(orderNo).quoteToken();
        List<Runnable> acts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RepayRequest request = world.request(orderNo, 100, token);
            acts.add(() -> send(request));
        }
        together(acts);
        assertThat(answers.values().stream().flatMap(List::stream).filter(ErrorCodes.RETRIAL.code()::equals))
                .hasSize(THREADS - 1);
        requireOneBookingPerReceipt(100);
    }

    /** Every request has one answer; of the requests with one receipt one is booked, the others are told so. */
    private void requireOneBookingPerReceipt(long fen) {
        Map<String, Long> booked = new ConcurrentHashMap<>();
        answers.forEach((request, all) -> {
            assertThat(Set.copyOf(all)).as("answers of %s", request).hasSize(1);
            if (all.get(0) instanceof RepaymentView view) {
                assertThat(booked.put(request.paymentReference(), view.amountFen()))
                        .as("bookings of %s", request.paymentReference())
                        .isNull();
            }
        });
        assertThat(booked.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
        assertThat(count("SELECT COUNT(*) FROM ledger_event")).isEqualTo(booked.size());
        assertThat(count("SELECT SUM(amount_fen) FROM ledger_event")).isEqualTo(fen);
        assertThat(answers.values().stream()
                        .flatMap(List::stream)
                        .filter(String.class::isInstance)
                        .distinct())
                .isSubsetOf(ErrorCodes.PAYMENT_ALREADY_BOOKED.code(), ErrorCodes.RETRIAL.code());
    }

    /** What every institution got is what the exact split of the dues gives it, whatever the order of the payers. */
    private static void requireSettledToTheFen(LedgerView ledger) {
        assertThat(ledger.status()).isEqualTo("SETTLED");
        assertThat(ledger.subLedgers()).hasSize(WEIGHTS.length);
        long[][] principals = CumulativeSplit.cut(
                ledger.installments().stream()
                        .mapToLong(it -> it.due().principalFen())
                        .toArray(),
                WEIGHTS);
        for (int k = 0; k < ledger.installments().size(); k++) {
            LedgerInstallmentView master = ledger.installments().get(k);
            assertThat(master.settled()).isEqualTo(master.due());
            long[] interests = CumulativeSplit.split(master.due().interestFen(), WEIGHTS);
            long[] penalties = CumulativeSplit.split(master.due().penaltyFen(), WEIGHTS);
            for (int i = 0; i < WEIGHTS.length; i++) {
                SubLedgerView sub = ledger.subLedgers().get(i);
                LedgerInstallmentView part = sub.installments().get(k);
                assertThat(part.settled()).isEqualTo(part.due());
                assertThat(part.settled().principalFen()).isEqualTo(principals[k][i]);
                assertThat(part.settled().interestFen()).isEqualTo(interests[i]);
                assertThat(part.settled().penaltyFen()).isEqualTo(penalties[i]);
            }
        }
        assertThat(ledger.installments().get(0).due().penaltyFen()).isPositive();
    }

    /** Sends as a careful payer does: while the outcome is not known, the same request again. */
    private void send(RepayRequest request) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                record(request, world.repay(request));
                return;
            } catch (Refusal refusal) {
                if (!refusal.code().equals(ErrorCodes.PROCESSING)) {
                    record(request, refusal.code().code());
                    return;
                }
            } catch (RuntimeException e) {
                if (!TRY_AGAIN.contains(DatabaseFailure.of(e))) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("no answer to " + request);
    }

    private void record(RepayRequest request, Object answer) {
        answers.computeIfAbsent(request, it -> Collections.synchronizedList(new ArrayList<>()))
                .add(answer);
    }

    private static void together(List<Runnable> acts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            Queue<Runnable> queue = new ConcurrentLinkedQueue<>(acts);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                workers.add(pool.submit(() -> {
                    start.await();
                    for (Runnable act = queue.poll(); act != null; act = queue.poll()) {
                        act.run();
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Odd pieces of an amount: many of a few fen. */
    private static List<Long> pieces(Random random, long fen, int count) {
        List<Long> pieces = new ArrayList<>();
        long rest = fen;
        for (int i = 1; i < count; i++) {
            long piece = 1 + random.nextLong(random.nextInt(3) == 0 ? 5 : 2 * fen / count);
            piece = Math.min(piece, rest - (count - i));
            pieces.add(piece);
            rest -= piece;
        }
        pieces.add(rest);
        return pieces;
    }

    private static List<MasterOrderSettled> settledMessages() {
        return DATABASE
                .jdbc()
                .queryForList("SELECT body FROM mq_outbox WHERE tag = 'MasterOrderSettled'", byte[].class)
                .stream()
                .map(body -> Json.read(body, MasterOrderSettled.class))
                .toList();
    }

    private static long count(String sql) {
        Long found = DATABASE.jdbc().queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    private static String order(int number) {
        return "26011500000000000" + number + "0042";
    }
}

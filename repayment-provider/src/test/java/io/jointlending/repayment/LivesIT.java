package io.jointlending.repayment;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.ApplySuspenseRequest;
import io.jointlending.api.repayment.PayOffRequest;
import io.jointlending.api.repayment.PrepayRequest;
import io.jointlending.api.repayment.RefundRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.DatabaseFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Lives of many orders at the same time on a real database, through two instances of the use cases: every kind of command,
 * some sent twice at the same moment, sub-orders that come early or late. The check scripts are the judge.
 */
class LivesIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final int LIVES = 2_000;
    private static final int PHASES = 3;
    private static final int DAYS = 23;
    private static final int THREADS = 20;
    private static final long PATIENCE_SECONDS = 120;
    private static final int SEED = 20260415;
    private static final Set<DatabaseFailure> TRY_AGAIN =
            EnumSet.of(DatabaseFailure.DEADLOCK, DatabaseFailure.LOCK_WAIT);
    /** What a life may be told; anything else is a fault. */
    private static final Set<ErrorCode> EXPECTED = Set.of(
            ErrorCodes.PAY_OFF_BELOW_OWED,
            ErrorCodes.WAIVER_ABOVE_OPEN,
            ErrorCodes.ALREADY_REVERSED,
            ErrorCodes.NOT_REVERSIBLE,
            ErrorCodes.REVERSAL_CLOSED,
            ErrorCodes.EXCESS_ALREADY_USED,
            ErrorCodes.SUSPENSE_INSUFFICIENT,
            ErrorCodes.REPAY_ABOVE_OWED,
            ErrorCodes.NOTHING_OPEN);

    private final List<RepaymentWorld> instances =
            List.of(StoredRepayments.on(DATABASE), StoredRepayments.on(DATABASE));
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final List<Life> lives = new ArrayList<>();

    /** One order and what happened to it. */
    private static final class Life {
        private final String orderNo;
        private final Random random;
        private final long principal;
        private final long[] weights;
        private final int fundedIn;
        private final List<String> booked = new CopyOnWriteArrayList<>();
        private int requests;

        Life(int number) {
            this.orderNo = String.format(Locale.ROOT, "260115%012d0042", number);
            this.random = new Random(SEED + number);
            this.principal = random.nextInt(3) == 0 ? 1 + random.nextLong(200) : 1_000 + random.nextLong(5_000_000);
            this.weights = new long[2 + random.nextInt(2)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = 1 + random.nextLong(9);
            }
            this.fundedIn = random.nextInt(PHASES);
        }

        String number() {
            return "L-" + orderNo + "-" + requests++;
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void every_money_rule_holds_after_thousands_of_lives_at_once() throws Exception {
        for (int i = 1; i <= LIVES; i++) {
            lives.add(new Life(i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        ExecutorService twins = Executors.newCachedThreadPool();
        try {
            each(pool, life -> instances
                    .get(0)
                    .activated(TestLedgers.ledger(
                            life.orderNo, life.principal, START, 1 + life.random.nextInt(3), "0.18", Map.of())));
            for (int phase = 0; phase < PHASES; phase++) {
                int now = phase;
                instances.forEach(instance -> instance.calendar().move(START.plusDays((long) DAYS * now)));
                each(pool, life -> live(life, now, twins));
            }
        } finally {
            pool.shutdownNow();
            twins.shutdownNow();
        }
        assertThat(DATABASE.brokenRules()).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM (SELECT request_no FROM ledger_event GROUP BY caller, request_no"
                        + " HAVING COUNT(*) > 1) twice"))
                .as("commands booked twice")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM ledger_event"))
                .as("events beside refusals %s", refused)
                .isGreaterThan(2L * LIVES);
        for (String kind : List.of("PREPAYMENT", "PAY_OFF", "WAIVER", "WRITE_OFF", "REFUND", "REVERSAL")) {
            assertThat(count("SELECT COUNT(*) FROM ledger_event WHERE event_kind = '" + kind + "'"))
                    .as(kind)
                    .isGreaterThan(20);
        }
        assertThat(count("SELECT COUNT(*) FROM ledger WHERE split_version = 0"))
                .as("orders without their sub-orders")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM sub_ledger WHERE own_annual_rate > 0"))
                .as("institutions with a rate of their own")
                .isGreaterThan(LIVES / 2);
    }

    private void live(Life life, int phase, ExecutorService twins) {
        int commands = 1 + life.random.nextInt(2);
        for (int i = 0; i < commands; i++) {
            Function<RepaymentService, RpcResult<RepaymentView>> command = command(life);
            int instance = life.random.nextInt(2);
            Future<String> twin =
                    life.random.nextInt(4) == 0 ? twins.submit(() -> send(instances.get(1 - instance), command)) : null;
            String answer = send(instances.get(instance), command);
            if (twin != null) {
                assertThat(await(twin)).as("the same command twice").isEqualTo(answer);
            }
            if (answer.startsWith("R")) {
                life.booked.add(answer);
            }
        }
        if (life.fundedIn == phase) {
            instances
                    .get(life.random.nextInt(2))
                    .funded(RepaymentWorld.created(
                            life.orderNo,
                            TestLedgers.withRandomRates(
                                    life.random,
                                    TestLedgers.composition(life.orderNo, life.principal, life.weights),
                                    new BigDecimal("0.18"))));
        }
    }

    private static Function<RepaymentService, RpcResult<RepaymentView>> command(Life life) {
        String number = life.number();
        long part = 1 + life.random.nextLong(life.principal);
        int choice = life.random.nextInt(100);
        if (choice < 30) {
            RepayRequest repay = new RepayRequest(number, life.orderNo, part, number, null, null);
            return service -> service.repay(repay);
        }
        if (choice < 50) {
            String mode = life.random.nextBoolean() ? "LOWER_INSTALLMENT" : "SHORTEN_TERM";
            PrepayRequest prepay = new PrepayRequest(number, life.orderNo, part, number, mode, null, null);
            return service -> service.prepay(prepay);
        }
        if (choice < 70 && !life.booked.isEmpty()) {
            String event = life.booked.get(life.random.nextInt(life.booked.size()));
            ReverseRequest reverse = new ReverseRequest(number, life.orderNo, event, null, "bounced", null);
            return service -> service.reverse(reverse);
        }
        if (choice < 82) {
            WaiveRequest waive = new WaiveRequest(
                    number, life.orderNo, 1 + part / 20, null, null, "ALL", "amy", "ben", "goodwill", null, null);
            return service -> service.waive(waive);
        }
        if (choice < 88) {
            PayOffRequest payOff = new PayOffRequest(number, life.orderNo, life.principal * 2 + 50, number, null, null);
            return service -> service.payOff(payOff);
        }
        if (choice < 92) {
            WriteOffRequest writeOff = new WriteOffRequest(number, life.orderNo, "amy", "ben", "gone", null);
            return service -> service.writeOff(writeOff);
        }
        if (choice < 96) {
            RefundRequest refund = new RefundRequest(number, life.orderNo, life.principal, number, null);
            return service -> service.refund(refund);
        }
        ApplySuspenseRequest apply = new ApplySuspenseRequest(number, life.orderNo, 1L + part % 50, null);
        return service -> service.applySuspense(apply);
    }

    /** The number of the event, or the code of the refusal. While the outcome is not known, the same command again. */
    private String send(RepaymentWorld instance, Function<RepaymentService, RpcResult<RepaymentView>> command) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            try {
                return Objects.requireNonNull(command.apply(instance.service()).data())
                        .repaymentNo();
            } catch (Refusal refusal) {
                if (!refusal.code().equals(ErrorCodes.PROCESSING)) {
                    assertThat(EXPECTED).as("%s", refusal).contains(refusal.code());
                    refused.merge(refusal.code().name(), 1, Integer::sum);
                    return refusal.code().code();
                }
            } catch (RuntimeException e) {
                if (!TRY_AGAIN.contains(DatabaseFailure.of(e))) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("no answer in time");
    }

    private void each(ExecutorService pool, java.util.function.Consumer<Life> act) {
        List<Future<?>> all = new ArrayList<>();
        lives.forEach(life -> all.add(pool.submit(() -> act.accept(life))));
        all.forEach(LivesIT::await);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("a life failed: " + e.getMessage(), e);
        }
    }

    private static long count(String sql) {
        return Objects.requireNonNull(DATABASE.jdbc().queryForObject(sql, Long.class));
    }
}

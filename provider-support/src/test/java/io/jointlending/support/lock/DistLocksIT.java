package io.jointlending.support.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.Eventually;
import io.jointlending.support.error.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class DistLocksIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long WATCHDOG_MILLIS = 3_000;
    private static final String ADDRESS =
            DevStackProcess.shared(Component.REDIS).property("redis.address");
    private static final RedissonClient ONE = client(ADDRESS);
    private static final RedissonClient TWO = client(ADDRESS);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String order = "order-" + UUID.randomUUID();

    /** What is locked. */
    interface Routing {
        @DistLock(key = "test-route")
        String route(@LockKey("orderNo") Request request, Runnable work);

        @DistLock(key = "test-route", waitMillis = 20_000)
        String routeInTurn(@LockKey("orderNo") Request request, Runnable work);

        String find(String orderNo);
    }

    record Request(@Nullable String orderNo) {}

    private static final class Plain implements Routing {
        @Override
        public String route(Request request, Runnable work) {
            work.run();
            return Objects.requireNonNull(request.orderNo());
        }

        @Override
        public String routeInTurn(Request request, Runnable work) {
            return route(request, work);
        }

        @Override
        public String find(String orderNo) {
            return orderNo;
        }
    }

    @AfterAll
    static void close() {
        ONE.shutdown();
        TWO.shutdown();
    }

    @Test
    void a_second_caller_is_refused_at_once_and_another_order_is_not() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        AtomicReference<String> answer = new AtomicReference<>();
        Thread holder = new Thread(() -> answer.set(routing(ONE).route(new Request(order), () -> {
            inside.countDown();
            await(leave);
        })));
        holder.start();
        inside.await();

        for (RedissonClient client : List.of(ONE, TWO)) {
            assertThatThrownBy(() -> routing(client).route(new Request(order), DistLocksIT::never))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.LOCKED));
        }
        assertThat(routing(TWO).route(new Request(order + "-other"), () -> {})).isEqualTo(order + "-other");
        assertThat(routing(TWO).find(order)).isEqualTo(order);
        leave.countDown();
        holder.join();

        assertThat(answer.get()).isEqualTo(order);
        assertThat(routing(TWO).route(new Request(order), () -> {})).isEqualTo(order);
        assertThat(meters.get("jl.lock.missed").tag("result", "busy").counter().count())
                .isEqualTo(2);
    }

    @Test
    void callers_that_wait_take_turns() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Routing routing = routing(i % 2 == 0 ? ONE : TWO);
            Thread caller = new Thread(() -> routing.routeInTurn(new Request(order), () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                done.incrementAndGet();
            }));
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(done.get()).isEqualTo(8);
        assertThat(most.get()).isOne();
    }

    @Test
    void a_failure_is_the_callers_and_the_lock_is_given_back() {
        assertThatThrownBy(() -> routing(ONE).route(new Request(order), () -> {
                    throw new IllegalStateException("planted");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("planted");
        assertThat(routing(TWO).route(new Request(order), () -> {})).isEqualTo(order);
    }

    @Test
    void a_lock_outlives_its_lease_while_its_holder_lives() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread holder = new Thread(() -> routing(ONE).route(new Request(order), () -> {
            inside.countDown();
            await(leave);
        }));
        holder.start();
        inside.await();
        long begun = System.nanoTime();
        Eventually.within(LIMIT, "longer than a lease has passed", () -> {
            assertThat(ONE.getLock("jl:lock:test-route:" + order).isLocked()).isTrue();
            return System.nanoTime() - begun
                    > Duration.ofMillis(2 * WATCHDOG_MILLIS).toNanos();
        });
        assertThatThrownBy(() -> routing(TWO).route(new Request(order), DistLocksIT::never))
                .isInstanceOf(Refusal.class);
        leave.countDown();
        holder.join();
    }

    @Test
    void the_lock_of_a_process_that_was_killed_ends_by_itself() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        ADDRESS,
                        order)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(holder.inputReader().lines().anyMatch("held"::equals)).isTrue();
            assertThatThrownBy(() -> routing(ONE).route(new Request(order), DistLocksIT::never))
                    .isInstanceOf(Refusal.class);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        Eventually.within(LIMIT, "free again", () -> {
            try {
                return order.equals(routing(TWO).route(new Request(order), () -> {}));
            } catch (Refusal e) {
                return false;
            }
        });
    }

    @Test
    void without_redis_work_is_done_without_a_lock_and_that_is_counted() {
        RedissonClient nowhere = client("redis://127.0.0.1:1");
        try {
            DistLocks locks = new DistLocks(nowhere, meters);
            Routing routing = locks.locked(Routing.class, new Plain());
            assertThat(routing.route(new Request(order), () -> {})).isEqualTo(order);
            long begun = System.nanoTime();
            assertThat(routing.route(new Request(order), () -> {})).isEqualTo(order);
            assertThat(System.nanoTime() - begun)
                    .as("nobody waits a second time")
                    .isLessThan(500_000_000);
            assertThat(meters.get("jl.lock.missed")
                            .tag("result", "unlocked")
                            .counter()
                            .count())
                    .isEqualTo(2);
        } finally {
            nowhere.shutdown();
        }
    }

    @Test
    void a_lock_inside_a_transaction_is_refused() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> routing(ONE).route(new Request(order), DistLocksIT::never))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside a transaction");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void a_missing_key_is_a_bad_request() {
        assertThatThrownBy(() -> routing(ONE).route(new Request(null), DistLocksIT::never))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCodes.INVALID_REQUEST);
                    assertThat(refusal.field()).isEqualTo("orderNo");
                });
    }

    private Routing routing(RedissonClient client) {
        return new DistLocks(client, meters).locked(Routing.class, new Plain());
    }

    private static void never() {
        throw new AssertionError("ran although somebody else has the lock");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static RedissonClient client(String address) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setLockWatchdogTimeout(WATCHDOG_MILLIS);
        config.useSingleServer()
                .setAddress(address)
                .setConnectTimeout(1_000)
                .setTimeout(2_000)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }

    /** A process that takes a lock and never gives it back. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) {
            DistLocks locks = new DistLocks(client(arguments[0]), new SimpleMeterRegistry());
            locks.locked(Routing.class, new Plain()).route(new Request(arguments[1]), () -> {
                System.out.println("held");
                try {
                    if (System.in.read() < 0) {
                        throw new IllegalStateException("the parent is gone");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

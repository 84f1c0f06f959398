package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/** Redis is killed, frozen and started again under a crowd of two instances; on a Redis of its own. */
class CallGateOutageIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST = 10;
    private static final int SHARE = 5;

    @Test
    void without_redis_each_instance_keeps_to_its_share_and_with_it_the_gate_holds_again(@TempDir Path folder) {
        try (DevStackProcess stack = DevStackProcess.start(
                folder.resolve("stack"),
                DevStackProcess.Options.of(Component.REDIS).asFast())) {
            RedissonClient one = TestRedis.client(stack.property("redis.address"));
            RedissonClient two = TestRedis.client(stack.property("redis.address"));
            try {
                run(stack, new Instance(one), new Instance(two));
            } finally {
                one.shutdown();
                two.shutdown();
            }
        }
    }

    private static void run(DevStackProcess stack, Instance one, Instance two) {
        ChannelDefinition channel = new TestChannel().gate(MOST, 10_000, 10_000).made();
        Crowd all = new Crowd();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Instance instance = i % 2 == 0 ? one : two;
            int number = i;
            Thread caller = new Thread(() -> instance.call(channel, number, all, stop), "caller-" + i);
            caller.start();
            callers.add(caller);
        }
        try {
            await("both go through Redis", one, two, false);
            assertThat(all.most()).isBetween(1, MOST);

            for (Runnable outage :
                    List.<Runnable>of(() -> stack.kill(Component.REDIS), () -> stack.freeze(Component.REDIS))) {
                outage.run();
                await("both keep to their shares", one, two, true);
                newCalls(all, one, two);
                assertThat(all.most()).as("calls at once while Redis is away").isLessThanOrEqualTo(MOST);
                assertThat(one.own.most()).isBetween(1, SHARE);
                assertThat(two.own.most()).isBetween(1, SHARE);

                if (stack.status().contains("frozen")) {
                    stack.resume(Component.REDIS);
                } else {
                    stack.start(Component.REDIS);
                }
                await("both go through Redis again", one, two, false);
                newCalls(all, one, two);
                assertThat(all.most()).as("calls at once after Redis came back").isLessThanOrEqualTo(MOST);
            }
        } finally {
            stop.set(true);
            callers.forEach(CallGateOutageIT::join);
        }
        assertThat(one.failures.get() + two.failures.get())
                .as("callers that met an exception")
                .isZero();
        assertThat(one.gate.running(channel.channel()) + two.gate.running(channel.channel()))
                .isZero();
        Eventually.within(
                LIMIT,
                "every permit came back",
                () -> one.redis
                                .getScoredSortedSet(
                                        GateKeys.of(channel.channel()).inFlight(), StringCodec.INSTANCE)
                                .size()
                        == 0);
    }

    private static void await(String what, Instance one, Instance two, boolean local) {
        Eventually.within(
                LIMIT, what, () -> one.gate.local() == local && two.gate.local() == local && one.own.entries() > 0);
    }

    /** Forgets what was, and waits until both had calls since. */
    private static void newCalls(Crowd all, Instance one, Instance two) {
        int first = one.own.entries();
        int second = two.own.entries();
        Eventually.within(
                LIMIT,
                "calls of before ended",
                () -> one.own.entries() > first + 50 && two.own.entries() > second + 50);
        all.forget();
        one.own.forget();
        two.own.forget();
        Eventually.within(
                LIMIT, "calls went on", () -> one.own.entries() > first + 500 && two.own.entries() > second + 500);
    }

    private static void join(Thread thread) {
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private static final class Instance {
        private final RedissonClient redis;
        private final CallGate gate;
        private final Crowd own = new Crowd();
        private final AtomicInteger failures = new AtomicInteger();

        Instance(RedissonClient redis) {
            this.redis = redis;
            this.gate = new CallGate(redis, () -> 2, Duration.ofSeconds(1));
        }

        void call(ChannelDefinition channel, int number, Crowd all, AtomicBoolean stop) {
            for (int i = 0; !stop.get(); i++) {
                String permit = number + "-" + i;
                try {
                    if (gate.enter(channel, permit).reason() == null) {
                        own.visit(all::visit);
                        gate.leave(channel, permit);
                    } else {
                        Thread.onSpinWait();
                    }
                } catch (RuntimeException e) { // counted and asserted
                    failures.incrementAndGet();
                }
            }
        }
    }
}

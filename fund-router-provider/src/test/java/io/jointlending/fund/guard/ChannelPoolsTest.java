package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelPoolsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ChannelPools pools = new ChannelPools(256, meters);
    private final CountDownLatch bank = new CountDownLatch(1);

    @AfterEach
    void close() {
        bank.countDown();
        pools.close();
    }

    @Test
    void a_pool_takes_what_fits_and_refuses_the_rest() {
        ChannelDefinition slow = new TestChannel().pool(2, 3).made();
        assertThat(pools.free(slow)).isEqualTo(4);
        for (int i = 0; i < 5; i++) {
            assertThat(pools.execute(slow, this::call)).isTrue();
        }

        assertThat(pools.execute(slow, this::call)).isFalse();
        assertThat(pools.free(slow)).isZero();
        assertThat(meters.get("jl.fund.pool.rejected").counter().count()).isEqualTo(1);
        Eventually.within(
                LIMIT,
                "two run",
                () -> meters.get("jl.fund.pool.running").gauge().value() == 2);
        assertThat(meters.get("jl.fund.pool.queued").gauge().value()).isEqualTo(3);
        bank.countDown();
        Eventually.within(LIMIT, "free again", () -> pools.free(slow) == 4);
    }

    @Test
    void a_channel_whose_threads_all_hang_takes_none_of_another() {
        ChannelDefinition slow = new TestChannel().pool(2, 2).made();
        ChannelDefinition quick = new TestChannel().pool(2, 2).made();
        while (pools.execute(slow, this::call)) {
            assertThat(bank.getCount()).isOne();
        }
        AtomicInteger done = new AtomicInteger();
        for (int i = 1; i <= 20; i++) {
            int number = i;
            assertThat(pools.execute(quick, done::incrementAndGet)).isTrue();
            Eventually.within(LIMIT, "done", () -> done.get() == number && pools.free(quick) > 0);
        }
    }

    @Test
    void work_that_fails_gives_its_place_back_and_threads_have_names() {
        ChannelDefinition channel =
                new TestChannel().named("first-bank").pool(1, 1).made();
        Set<String> names = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 10; i++) {
            assertThat(pools.execute(channel, () -> {
                        names.add(Thread.currentThread().getName());
                        throw new IllegalStateException("planted");
                    }))
                    .isTrue();
            Eventually.within(LIMIT, "place given back", () -> pools.free(channel) == 2);
        }
        assertThat(names).containsExactly("fund-first-bank-1");
    }

    @Test
    void a_changed_size_holds_for_new_work_and_what_waits_still_runs() {
        TestChannel channel = new TestChannel().pool(1, 5);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            assertThat(pools.execute(channel.made(), () -> {
                        call();
                        done.incrementAndGet();
                    }))
                    .isTrue();
        }
        ChannelDefinition larger = channel.pool(3, 1).made();
        assertThat(pools.free(larger)).isEqualTo(4);
        bank.countDown();
        Eventually.within(LIMIT, "everything ran", () -> done.get() == 6);
    }

    @Test
    void at_most_as_many_threads_as_the_process_allows() {
        try (ChannelPools narrow = new ChannelPools(1, meters)) {
            ChannelDefinition channel = new TestChannel().pool(8, 4).made();
            assertThat(narrow.free(channel)).isEqualTo(2);
            for (int i = 0; i < 5; i++) {
                assertThat(narrow.execute(channel, this::call)).isTrue();
            }
            assertThat(narrow.execute(channel, this::call)).isFalse();
            bank.countDown();
        }
    }

    @Test
    void a_closed_pool_takes_nothing_more() {
        ChannelDefinition channel = new TestChannel().made();
        AtomicInteger done = new AtomicInteger();
        assertThat(pools.execute(channel, done::incrementAndGet)).isTrue();
        pools.close();
        assertThat(done.get()).isEqualTo(1);
        assertThat(pools.execute(channel, done::incrementAndGet)).isFalse();
        assertThat(pools.free(channel)).isZero();
    }

    private void call() {
        try {
            bank.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

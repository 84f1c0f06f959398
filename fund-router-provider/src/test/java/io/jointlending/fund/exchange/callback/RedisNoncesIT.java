package io.jointlending.fund.exchange.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

class RedisNoncesIT {
    private static final RedissonClient ONE = client();
    private static final RedissonClient TWO = client();

    private final String nonce = UUID.randomUUID().toString();
    private final Nonces here = new RedisNonces(ONE);
    private final Nonces there = new RedisNonces(TWO);

    @AfterAll
    static void close() {
        ONE.shutdown();
        TWO.shutdown();
    }

    @Test
    void all_instances_know_a_number_and_which_message_used_it() {
        assertThat(here.use("bank", nonce, "aa")).isEqualTo(Nonces.Standing.FRESH);
        assertThat(there.use("bank", nonce, "aa")).isEqualTo(Nonces.Standing.SAME_MESSAGE);
        assertThat(there.use("bank", nonce, "bb")).isEqualTo(Nonces.Standing.REPLAYED);
        assertThat(there.use("other-bank", nonce, "bb")).isEqualTo(Nonces.Standing.FRESH);
    }

    @Test
    void a_number_is_kept_longer_than_a_message_may_be_on_its_way_and_not_for_ever() {
        assertThat(here.use("bank", nonce, "aa")).isEqualTo(Nonces.Standing.FRESH);
        long left = ONE.getBucket("fund:nonce:{bank}:" + nonce, StringCodec.INSTANCE)
                .remainTimeToLive();
        assertThat(Duration.ofMillis(left)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void of_many_messages_with_one_number_at_the_same_time_one_is_fresh() throws Exception {
        List<Callable<Nonces.Standing>> uses = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String digest = "digest-" + i;
            Nonces instance = i % 2 == 0 ? here : there;
            uses.add(() -> instance.use("bank", nonce, digest));
        }
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Nonces.Standing> standings = new ArrayList<>();
        try {
            for (Future<Nonces.Standing> use : threads.invokeAll(uses)) {
                standings.add(use.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(standings).containsOnlyOnce(Nonces.Standing.FRESH);
        assertThat(standings).containsOnly(Nonces.Standing.FRESH, Nonces.Standing.REPLAYED);
    }

    private static RedissonClient client() {
        Config config = new Config();
        config.useSingleServer()
                .setAddress(DevStackProcess.shared(Component.REDIS).property("redis.address"))
                .setTimeout(20_000)
                .setConnectionMinimumIdleSize(2);
        return Redisson.create(config);
    }
}

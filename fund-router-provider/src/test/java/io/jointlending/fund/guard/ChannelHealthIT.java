package io.jointlending.fund.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

class ChannelHealthIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final RedissonClient REDIS = TestRedis.shared();

    @AfterAll
    static void close() {
        REDIS.shutdown();
    }

    @Test
    void a_breaker_that_opens_here_demotes_the_channel_there_until_it_closes() {
        ChannelDefinition channel = new TestChannel()
                .breaker(2_000, "1", "0.5", 2, Duration.ofSeconds(1))
                .made();
        try (Breakers breakers = new Breakers(Path.of("target", "sentinel"));
                Breakers none = new Breakers(Path.of("target", "sentinel"))) {
            ChannelHealth here = new ChannelHealth(breakers, REDIS, "here");
            ChannelHealth there = new ChannelHealth(none, REDIS, "there");
            assertThat(there.demoted(channel.channel())).isFalse();
            for (int i = 0; i < 2; i++) {
                Breakers.leave(breakers.enter(channel, TestChannel.APPLY).orElseThrow(), CallOutcome.LOST);
            }
            assertThat(here.demoted(channel.channel())).isTrue();

            exchange(here);
            exchange(there);
            assertThat(there.demoted(channel.channel())).isTrue();
            assertThat(there.demoted("another-bank")).isFalse();
            assertThat(REDIS.getScoredSortedSet("fund:health:{" + channel.channel() + "}", StringCodec.INSTANCE)
                            .remainTimeToLive())
                    .isBetween(1L, 10_000L);

            Eventually.within(LIMIT, "due to be tried, so not demoted", () -> {
                exchange(here);
                exchange(there);
                return !there.demoted(channel.channel());
            });
            assertThat(breakers.open()).containsKey(channel.channel());
        }
    }

    @Test
    void without_redis_an_instance_knows_of_its_own_breakers() {
        RedissonClient nowhere = TestRedis.client("redis://127.0.0.1:1");
        ChannelDefinition channel = new TestChannel()
                .breaker(2_000, "1", "0.5", 2, Duration.ofSeconds(60))
                .made();
        try (Breakers breakers = new Breakers(Path.of("target", "sentinel"))) {
            ChannelHealth health = new ChannelHealth(breakers, nowhere, "here");
            for (int i = 0; i < 2; i++) {
                Breakers.leave(breakers.enter(channel, TestChannel.APPLY).orElseThrow(), CallOutcome.LOST);
            }
            exchange(health);
            assertThat(health.demoted(channel.channel())).isTrue();
            assertThat(health.demoted("another-bank")).isFalse();
        } finally {
            nowhere.shutdown();
        }
    }

    @Test
    void instances_are_counted_and_never_fewer_than_configured() {
        String name = UUID.randomUUID().toString();
        Instances one = new Instances(REDIS, name + "-1", 1);
        Instances two = new Instances(REDIS, name + "-2", 1);
        one.beat().toCompletableFuture().join();
        int before = one.getAsInt();
        two.beat().toCompletableFuture().join();
        one.beat().toCompletableFuture().join();

        assertThat(before).isPositive();
        assertThat(one.getAsInt()).isEqualTo(before + 1);
        assertThat(new Instances(REDIS, name + "-3", 9).getAsInt()).isEqualTo(9);
        assertThatThrownBy(() -> new Instances(REDIS, name, 0)).hasMessageContaining("jl.fund.instances");
    }

    private static void exchange(ChannelHealth health) {
        health.exchange().toCompletableFuture().join();
    }
}

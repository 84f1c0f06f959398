package io.jointlending.support.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.Eventually;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

class RedisNoticesIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_change_announced_by_one_process_is_seen_by_another_at_once() {
        RedissonClient one = client();
        RedissonClient two = client();
        try (RedisNotices here = new RedisNotices(one);
                RedisNotices there = new RedisNotices(two)) {
            ConfigurationCache announcing = new ConfigurationCache(Duration.ofHours(1), here);
            ConfigurationCache reading = new ConfigurationCache(Duration.ofHours(1), there);
            here.start();
            there.start();
            String key = UUID.randomUUID().toString();
            AtomicInteger loads = new AtomicInteger();
            assertThat(reading.get("product", key, loads::incrementAndGet)).isEqualTo(1);
            assertThat(reading.get("product", key, loads::incrementAndGet)).isEqualTo(1);

            // the subscription may come a moment later than the first notice
            Eventually.within(LIMIT, "loaded anew", () -> {
                announcing.announceChange("product", key);
                return reading.get("product", key, loads::incrementAndGet) > 1;
            });
        } finally {
            one.shutdown();
            two.shutdown();
        }
    }

    private static RedissonClient client() {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress(DevStackProcess.shared(Component.REDIS).property("redis.address"));
        return Redisson.create(config);
    }
}

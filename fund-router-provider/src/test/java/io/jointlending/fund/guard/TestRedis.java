package io.jointlending.fund.guard;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Clients of Redis, set up as providers set theirs up. */
final class TestRedis {
    private TestRedis() {}

    static RedissonClient shared() {
        return client(DevStackProcess.shared(Component.REDIS).property("redis.address"));
    }

    static RedissonClient client(String address) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(4);
        config.setNettyThreads(4);
        config.useSingleServer()
                .setAddress(address)
                .setTimeout(2_000)
                .setConnectTimeout(2_000)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(2);
        return Redisson.create(config);
    }
}

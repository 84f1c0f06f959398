package io.jointlending.support.wiring;

import io.jointlending.support.config.ProviderProperties;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.BaseConfig;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;

/** Redisson, which connects when it is first used: a missing Redis does not hold up the start. */
final class RedisClient {
    private static final int THREADS = 4;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int RETRIES = 1;

    private RedisClient() {}

    static RedissonClient create(ProviderProperties.Redis redis) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setThreads(THREADS);
        config.setNettyThreads(THREADS);
        String[] addresses = redis.address().split(",", -1);
        if (addresses.length == 1) {
            limit(config.useSingleServer().setAddress(address(addresses[0])), redis);
        } else {
            ClusterServersConfig cluster = config.useClusterServers();
            for (String address : addresses) {
                cluster.addNodeAddress(address(address));
            }
            limit(cluster, redis);
        }
        return Redisson.create(config);
    }

    private static void limit(BaseConfig<?> server, ProviderProperties.Redis redis) {
        server.setTimeout(TIMEOUT_MILLIS);
        server.setConnectTimeout(CONNECT_MILLIS);
        server.setRetryAttempts(RETRIES);
        if (!redis.username().isEmpty()) {
            server.setUsername(redis.username());
        }
        if (!redis.password().isEmpty()) {
            server.setPassword(redis.password());
        }
    }

    private static String address(String configured) {
        String trimmed = configured.trim();
        return trimmed.contains("://") ? trimmed : "redis://" + trimmed;
    }
}

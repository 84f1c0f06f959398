package io.jointlending.fund.exchange.callback;

import java.time.Duration;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In Redis, so that all instances know it. A callback comes at most five minutes early and five late. */
public final class RedisNonces implements Nonces {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNonces.class);
    private static final Duration KEPT = Duration.ofMinutes(11);

    private final RedissonClient redis;

    /** In this Redis. */
    public RedisNonces(RedissonClient redis) {
        this.redis = redis;
    }

    @Override
    public Standing use(String channel, String nonce, String usedBy) {
        try {
            RBucket<String> bucket = redis.getBucket("fund:nonce:{" + channel + "}:" + nonce, StringCodec.INSTANCE);
            if (bucket.setIfAbsent(usedBy, KEPT)) {
                return Standing.FRESH;
            }
            return usedBy.equals(bucket.get()) ? Standing.SAME_MESSAGE : Standing.REPLAYED;
        } catch (RedisException e) {
            LOG.warn(
                    "Redis does not answer, the number of a callback of {} is not compared: {}",
                    channel,
                    e.getMessage());
            return Standing.UNKNOWN;
        }
    }
}

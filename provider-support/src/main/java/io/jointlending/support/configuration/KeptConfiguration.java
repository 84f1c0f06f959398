package io.jointlending.support.configuration;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import io.jointlending.support.remote.Remote;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configuration of channel-admin-provider as this provider knows it: asked for (pull), kept in memory for a few seconds and as a
 * copy in the database, and told by message (push). The two make good for each other: a message that is lost is found out by the
 * next pull, and while channel-admin-provider does not answer, the copy is served, also after a restart and with what messages
 * have brought since. Of two versions the higher one stays, by whichever way and in whatever order they come.
 */
public final class KeptConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(KeptConfiguration.class);

    private final ConfigurationCache cache;
    private final Copies copies;
    private final AtomicBoolean silent = new AtomicBoolean();

    /** The kinds are those of {@link ConfigurationPublished}, which the notices of the cache use too. */
    public KeptConfiguration(ConfigurationCache cache, Copies copies) {
        this.cache = cache;
        this.copies = copies;
    }

    /** The entry. Refuses with what its owner refuses, and with B0320 when that does not answer and there is no copy. */
    public <V> V get(String kind, String code, Class<V> type, ToLongFunction<V> version, Supplier<RpcResult<V>> pull) {
        return cache.get(kind, code, () -> {
            try {
                V answer = Remote.call(pull);
                copies.keep(kind, code, version.applyAsLong(answer), Json.write(answer));
                silent.set(false);
                return answer;
            } catch (Refusal refusal) {
                if (!refusal.code().equals(ErrorCodes.PROVIDER_UNAVAILABLE)) {
                    throw refusal;
                }
                V copy = copies.find(kind, code)
                        .map(body -> Json.read(body, type))
                        .orElseThrow(() -> refusal);
                if (!silent.getAndSet(true)) {
                    LOG.warn(
                            "configuration is served from copies, first kind={} code={}: {}",
                            kind,
                            code,
                            refusal.getMessage());
                }
                return copy;
            }
        });
    }

    /**
     * The subscription to declare as a bean.
     *
     * @param consumerGroup {@code <provider>-configuration}
     * @param kinds what this provider uses; messages of other kinds are not its concern
     */
    public Subscription<ConfigurationPublished> subscription(String consumerGroup, Set<String> kinds) {
        return new Subscription<>(
                MessageTypes.TOPIC_CHANNEL_ADMIN,
                MessageTypes.CONFIGURATION_PUBLISHED,
                consumerGroup,
                ConfigurationPublished.class,
                published -> kinds.contains(published.kind()),
                (published, context) -> take(published));
    }

    /** One instance takes the message; all are told to ask again. An older or equal version changes nothing. */
    void take(ConfigurationPublished published) {
        if (copies.publish(published.kind(), published.code(), published.version(), published.body())) {
            cache.announceChange(published.kind(), published.code());
        }
    }
}

package io.jointlending.support.cache;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers of other providers, kept for a few seconds. A notice on Redis drops an entry in every process at once; without
 * Redis an entry is simply as old as its time to live.
 */
public final class ConfigurationCache {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCache.class);
    private static final long STALE_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MAX_ENTRIES = 10_000;

    private final long ttlNanos;
    private final LongSupplier nanoTime;
    private final ChangeNotices notices;
    private final ConcurrentMap<Key, Entry> entries = new ConcurrentHashMap<>();

    /**
     * A cache.
     *
     * @param ttl how old an entry may be before it is loaded again
     * @param notices how processes tell each other of changes
     */
    public ConfigurationCache(Duration ttl, ChangeNotices notices) {
        this(ttl, notices, System::nanoTime);
    }

    ConfigurationCache(Duration ttl, ChangeNotices notices, LongSupplier nanoTime) {
        this.ttlNanos = ttl.toNanos();
        this.nanoTime = nanoTime;
        this.notices = notices;
        notices.onChange((kind, key) -> entries.remove(new Key(kind, key)));
    }

    /** A cache of this process alone, five seconds. For tests and for providers without Redis. */
    public static ConfigurationCache local() {
        return new ConfigurationCache(Duration.ofSeconds(5), ChangeNotices.none());
    }

    /**
     * The value of a key, loaded when it is missing or too old; one thread loads, others of the same key wait for it.
     * When loading fails because the owner does not answer (B0320), the old value is served for up to ten minutes, with
     * one warning. Other refusals pass through and are not kept.
     */
    public <V> V get(String kind, String key, Supplier<V> load) {
        if (entries.size() > MAX_ENTRIES) {
            entries.clear(); // a caller that asks for ever new keys must not fill the heap
        }
        Key name = new Key(kind, key);
        return entries.computeIfAbsent(name, k -> new Entry()).get(this, name, load);
    }

    /**
     * Tells every process that a value has changed: after the commit of the running transaction, or at once without one.
     * Best effort; who misses it sees the change when the time to live ends.
     */
    public void announceChange(String kind, String key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            announce(kind, key);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce(kind, key);
            }
        });
    }

    int size() {
        return entries.size();
    }

    private void announce(String kind, String key) {
        entries.remove(new Key(kind, key));
        notices.send(kind, key);
    }

    private record Key(String kind, String key) {}

    private static final class Entry {
        private @Nullable Object value;
        private long loadedAt;
        private boolean stale;

        // The value under a key is always what the loader of that key made.
        @SuppressWarnings("unchecked")
        synchronized <V> V get(ConfigurationCache cache, Key name, Supplier<V> load) {
            long age = cache.nanoTime.getAsLong() - loadedAt;
            Object held = value;
            if (held != null && age < cache.ttlNanos && cache.entries.get(name) == this) {
                return (V) held;
            }
            try {
                V fresh = load.get();
                value = fresh;
                loadedAt = cache.nanoTime.getAsLong();
                stale = false;
                return fresh;
            } catch (Refusal e) {
                boolean ownerSilent = e.code().equals(ErrorCodes.PROVIDER_UNAVAILABLE);
                if (held == null || !ownerSilent || age > STALE_NANOS) {
                    cache.entries.remove(name, this);
                    throw e;
                }
                if (!stale) {
                    LOG.warn("configuration kind={} key={} is served old: {}", name.kind, name.key, e.getMessage());
                    stale = true;
                }
                return (V) held;
            }
        }
    }
}

package io.jointlending.support.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices on the Redis topic {@code jl:configuration}. One thread of its own talks to Redis, so that a missing Redis holds
 * up nobody; it subscribes as soon as Redis is there.
 */
public final class RedisNotices implements ChangeNotices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNotices.class);
    private static final String TOPIC = "jl:configuration";
    private static final int QUEUE = 1_000;
    private static final long RETRY_MILLIS = Duration.ofSeconds(5).toMillis();

    private final RedissonClient redis;
    private final List<BiConsumer<String, String>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> toSend = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean stopping;
    private boolean subscribed;
    private boolean told;
    private @Nullable Thread thread;

    /** Notices by this client, not started. */
    public RedisNotices(RedissonClient redis) {
        this.redis = redis;
    }

    /** Starts the thread. */
    public synchronized void start() {
        if (thread == null) {
            Thread started = new Thread(this::loop, "configuration-notices");
            started.setDaemon(true);
            started.start();
            thread = started;
        }
    }

    @Override
    public void onChange(BiConsumer<String, String> listener) {
        listeners.add(listener);
    }

    @Override
    public void send(String kind, String key) {
        if (!toSend.offer(kind + '\n' + key)) {
            LOG.warn("too many notices wait for Redis; kind={} key={} is left to its time to live", kind, key);
        }
    }

    @Override
    public synchronized void close() {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void loop() {
        try {
            while (!stopping) {
                if (subscribed) {
                    publishNext();
                } else if (!subscribe()) {
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("notices end");
        }
    }

    private boolean subscribe() {
        try {
            topic().addListener(String.class, (channel, text) -> received(text));
            subscribed = true;
            if (told) {
                LOG.info("Redis is there");
            }
        } catch (RedisException e) {
            tell(e);
        }
        return subscribed;
    }

    private void publishNext() throws InterruptedException {
        String text = toSend.poll(1, TimeUnit.SECONDS);
        if (text == null) {
            return;
        }
        try {
            topic().publish(text);
            told = false;
        } catch (RedisException e) {
            tell(e); // this notice is lost; the value's time to live covers it
        }
    }

    private void received(String text) {
        int line = text.indexOf('\n');
        if (line > 0) {
            String kind = text.substring(0, line);
            String key = text.substring(line + 1);
            listeners.forEach(listener -> listener.accept(kind, key));
        }
    }

    private void tell(RedisException failure) {
        if (!told && !stopping) {
            told = true;
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            LOG.warn(
                    "Redis does not answer, changes of configuration arrive a few seconds later: {}",
                    root.getMessage());
        }
    }

    private RTopic topic() {
        return redis.getTopic(TOPIC, StringCodec.INSTANCE);
    }
}

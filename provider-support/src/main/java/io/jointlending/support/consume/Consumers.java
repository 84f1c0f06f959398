package io.jointlending.support.consume;

import io.jointlending.support.start.Reachable;
import io.jointlending.support.task.Pausable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All consumer groups of this provider. They start as soon as a name server is there, without holding up the provider.
 * After a pause they are new RocketMQ consumers: one that was shut down cannot be started again.
 */
public final class Consumers implements Pausable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
    private static final long RETRY_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final int CONNECT_MILLIS = 1_000;

    private final Map<String, List<Subscription<?>>> groups;
    private final RocketMqClient client;
    private final Inbox inbox;
    private final MeterRegistry meters;
    private final int threads;
    private final List<GroupConsumer> running = new ArrayList<>();
    private @Nullable Thread starter;
    private @Nullable Thread ender;
    private boolean paused;
    private boolean stopping;

    /**
     * Consumers, not started.
     *
     * @param threads per group
     */
    public Consumers(
            List<Subscription<?>> subscriptions,
            RocketMqClient client,
            Inbox inbox,
            MeterRegistry meters,
            int threads) {
        this.groups = subscriptions.stream()
                .collect(Collectors.groupingBy(Subscription::consumerGroup, TreeMap::new, Collectors.toList()));
        this.client = client;
        this.inbox = inbox;
        this.meters = meters;
        this.threads = threads;
    }

    /** Starts in the background. */
    public synchronized void start() {
        if (groups.isEmpty() || starter != null || stopping || paused) {
            return;
        }
        Thread before = ender; // its groups must be gone before they are made again
        starter = started("consumers-start", () -> startWhenReachable(before));
    }

    @Override
    public String name() {
        return "consumers";
    }

    /** Takes no more messages; what is being handled is finished, within 15 s, and acknowledged. */
    @Override
    public synchronized void pause() {
        if (paused || stopping) {
            return;
        }
        paused = true;
        Thread before = starter;
        starter = null;
        if (before != null) {
            before.interrupt();
        }
        List<GroupConsumer> ending = List.copyOf(running);
        running.clear();
        Thread earlier = ender;
        ender = started("consumers-end", () -> end(before, earlier, ending));
    }

    @Override
    public synchronized void resume() {
        if (paused) {
            paused = false;
            start();
        }
    }

    @Override
    public synchronized boolean quiet() {
        return paused && running.isEmpty() && (ender == null || !ender.isAlive());
    }

    /** The subscription of a group of this provider. */
    public Optional<Subscription<?>> find(String group, String topic, String type) {
        return groups.getOrDefault(group, List.of()).stream()
                .filter(each -> each.topic().equals(topic) && each.type().equals(type))
                .findFirst();
    }

    /** Takes no more messages, waits for the running handlers, 15 s at most. */
    @Override
    public void close() {
        List<GroupConsumer> ending;
        synchronized (this) {
            stopping = true;
            if (starter != null) {
                starter.interrupt();
            }
            ending = List.copyOf(running);
            running.clear();
        }
        ending.parallelStream().forEach(GroupConsumer::close);
    }

    private static Thread started(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void end(@Nullable Thread starter, @Nullable Thread earlier, List<GroupConsumer> ending) {
        try {
            for (Thread before : Stream.of(Optional.ofNullable(starter), Optional.ofNullable(earlier))
                    .flatMap(Optional::stream)
                    .toList()) {
                before.join();
            }
            ending.parallelStream().forEach(GroupConsumer::close);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startWhenReachable(@Nullable Thread before) {
        try {
            if (before != null) {
                before.join();
            }
            boolean told = false;
            for (String why = unreachable(); why != null; why = unreachable()) {
                if (!told) {
                    told = true;
                    LOG.warn("waiting for the name server at {}: {}", client.nameServer(), why);
                }
                Thread.sleep(RETRY_MILLIS);
            }
            for (Map.Entry<String, List<Subscription<?>>> group : groups.entrySet()) {
                while (!startGroup(group.getKey(), group.getValue())) {
                    Thread.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped before the name server came");
        }
    }

    /** False when a server that is there did not answer: a group that never starts would be missed by nobody. */
    private synchronized boolean startGroup(String name, List<Subscription<?>> subscriptions) {
        if (stopping || starter != Thread.currentThread()) {
            return true; // closed or paused meanwhile
        }
        GroupConsumer consumer = new GroupConsumer(name, subscriptions, client, inbox, meters, threads);
        try {
            consumer.start();
        } catch (IllegalStateException e) {
            LOG.warn("group={} is tried again in {} ms: {}", name, RETRY_MILLIS, e.getMessage());
            consumer.close();
            return false;
        }
        running.add(consumer);
        return true;
    }

    private @Nullable String unreachable() {
        String why = "no address";
        for (String address : client.nameServer().split(";", -1)) {
            String failure = Reachable.problem(address.trim(), CONNECT_MILLIS);
            if (failure == null) {
                return null;
            }
            why = failure;
        }
        return why;
    }
}

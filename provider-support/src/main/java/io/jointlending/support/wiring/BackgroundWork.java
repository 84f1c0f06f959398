package io.jointlending.support.wiring;

import io.jointlending.support.cache.RedisNotices;
import io.jointlending.support.consume.Consumers;
import io.jointlending.support.ops.Readiness;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.task.Pausable;
import io.jointlending.support.task.PausableWork;
import io.jointlending.support.task.Sweeper;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Starts what works in the background when everything else is ready, and ends it before anything else: consumers, then
 * sweepers. Dubbo then finishes its calls, and the relay sends what they wrote before it closes with the other beans.
 */
final class BackgroundWork implements ApplicationListener<ApplicationEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final OutboxRelay relay;
    private final RedisNotices notices;
    private final Consumers consumers;
    private final List<Sweeper> sweepers;
    private final Sweeper watch;
    private final List<Pausable> parts;
    private boolean started;

    BackgroundWork(
            OutboxRelay relay,
            RedisNotices notices,
            Consumers consumers,
            List<Pausable> timers,
            List<Sweeper> sweepers,
            Readiness readiness) {
        this.relay = relay;
        this.notices = notices;
        this.consumers = consumers;
        this.sweepers = List.copyOf(sweepers);
        this.parts = Stream.of(List.of(consumers), timers, sweepers, List.of(relay))
                .<Pausable>flatMap(List::stream)
                .toList();
        // so that an outage is in the log when nobody asks for /ready
        this.watch = new Sweeper("readiness", Duration.ofSeconds(5), () -> {
            readiness.check();
            return 0;
        });
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE; // before Dubbo's own listener ends the services
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent) {
            start();
        } else if (event instanceof ContextClosedEvent) {
            stop();
        }
    }

    /** What can be paused at run time; the relay is the last. */
    PausableWork pausable() {
        return new PausableWork(parts);
    }

    private synchronized void start() {
        started = true;
        relay.start();
        notices.start();
        consumers.start();
        sweepers.forEach(Sweeper::start);
        watch.start();
        LOG.info("started, {} sweepers", sweepers.size());
    }

    private synchronized void stop() {
        if (started) {
            started = false;
            watch.close();
            consumers.close();
            sweepers.parallelStream().forEach(Sweeper::close);
            LOG.info("background work has ended");
        }
    }
}

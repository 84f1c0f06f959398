package io.jointlending.fund.sandbox.bank;

import io.jointlending.support.task.PoolSize;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things after a while without a thread that waits. */
final class Later implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Later.class);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(PoolSize.atMost(2));

    void after(long millis, Runnable work) {
        ScheduledFuture<?> planned = clock.schedule(() -> run(work), millis, TimeUnit.MILLISECONDS);
        if (planned.isCancelled()) {
            LOG.debug("too late, the banks are closing");
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // the future that would hold it is looked at by nobody
            LOG.error("a sandbox bank failed", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

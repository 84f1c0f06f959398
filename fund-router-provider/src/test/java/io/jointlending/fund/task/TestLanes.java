package io.jointlending.fund.task;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.task.domain.Lanes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One bounded pool for all channels of a test. */
final class TestLanes implements Lanes, AutoCloseable {
    private final Semaphore places;
    private final ThreadPoolExecutor threads;

    TestLanes(int size) {
        this.places = new Semaphore(size * 2);
        this.threads = new ThreadPoolExecutor(size, size, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(size * 2));
    }

    @Override
    public int free(ChannelDefinition channel) {
        return places.availablePermits();
    }

    @Override
    public boolean run(ChannelDefinition channel, Runnable work) {
        if (!places.tryAcquire()) {
            return false;
        }
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                places.release();
            }
        });
        return true;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

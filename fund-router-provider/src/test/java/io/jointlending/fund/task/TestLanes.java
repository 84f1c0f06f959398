package io.jointlending.fund.task;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.task.domain.Lanes;
import io.jointlending.support.task.PoolSize;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A bounded pool of a size of its own for each channel of a test. */
final class TestLanes implements Lanes, AutoCloseable {
    private final int size;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    TestLanes(int size) {
        this.size = size;
    }

    @Override
    public int free(ChannelDefinition channel) {
        return lane(channel).places.availablePermits();
    }

    @Override
    public boolean run(ChannelDefinition channel, Runnable work) {
        Lane lane = lane(channel);
        if (!lane.places.tryAcquire()) {
            return false;
        }
        lane.threads.execute(() -> {
            try {
                work.run();
            } finally {
                lane.places.release();
            }
        });
        return true;
    }

    /** Whether nothing runs or waits. */
    boolean idle() {
        return lanes.values().stream().allMatch(lane -> lane.places.availablePermits() == lane.most);
    }

    private Lane lane(ChannelDefinition channel) {
        return lanes.computeIfAbsent(channel.channel(), name -> new Lane(PoolSize.atMost(size), size * 2));
    }

    @Override
    public void close() {
        lanes.values().forEach(lane -> lane.threads.shutdownNow());
    }

    private static final class Lane {
        private final int most;
        private final Semaphore places;
        private final ThreadPoolExecutor threads;

        Lane(int threads, int most) {
            this.most = most;
            this.places = new Semaphore(most);
            this.threads =
                    new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most));
        }
    }
}

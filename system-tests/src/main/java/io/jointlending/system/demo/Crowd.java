package io.jointlending.system.demo;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does many small pieces of work with a bounded number of threads and says how far it is every few seconds. */
final class Crowd implements AutoCloseable {
    private static final long PROGRESS_SECONDS = 3;

    private final ExecutorService threads;
    private final int size;
    private final Narrator narrator;

    Crowd(int size, Narrator narrator) {
        this.size = size;
        this.narrator = narrator;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Returns when all work is done. Work must not throw. */
    void finish(List<Runnable> work, Supplier<String> progress) {
        ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>(work);
        int workers = Math.min(size, work.size());
        CountDownLatch running = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            threads.execute(() -> {
                try {
                    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                        next.run();
                    }
                } finally {
                    running.countDown();
                }
            });
        }
        try {
            while (!running.await(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
                narrator.progress(progress.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

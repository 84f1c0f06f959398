package io.jointlending.devstack.server;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.store.MessageStore;

/**
 * The broker refuses every message while its disk is 90 percent full, and no setting lifts that: the limit is clamped
 * in code. On a developer's machine such a disk is common and has gigabytes left, so the flag is taken back there as
 * long as {@link #ENOUGH_BYTES} are free.
 */
final class DiskGuard {
    private static final long ENOUGH_BYTES = 512L << 20;
    private static final long WATCH_MS = 5_000;
    private static final long CLEAR_MS = 50;
    private static final int WORRY_PERCENT = 85;

    private DiskGuard() {}

    static void start(MessageStore store, Path data) {
        Thread thread = new Thread(() -> watch(store, data), "disk-guard");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(MessageStore store, Path data) {
        try {
            while (true) {
                boolean worry = crowdedButUsable(data);
                long until = System.nanoTime() + WATCH_MS * 1_000_000;
                while (worry && System.nanoTime() < until) {
                    store.getRunningFlags().getAndMakeDiskOK();
                    store.getRunningFlags().getAndMakeLogicDiskOK();
                    Thread.sleep(CLEAR_MS);
                }
                if (!worry) {
                    Thread.sleep(WATCH_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean crowdedButUsable(Path data) {
        try {
            FileStore disk = Files.getFileStore(data);
            long free = disk.getUsableSpace();
            long total = disk.getTotalSpace();
            return free >= ENOUGH_BYTES && (total - free) * 100 >= total * WORRY_PERCENT;
        } catch (IOException e) {
            System.err.println("disk guard: " + e);
            return false;
        }
    }
}

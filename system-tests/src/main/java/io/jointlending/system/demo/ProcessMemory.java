package io.jointlending.system.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Memory of processes on Linux: the proportional set size, which counts shared pages once. */
final class ProcessMemory {
    private static final int KIBIBYTES = 1_024;

    private ProcessMemory() {}

    /** All processes together, in MiB; those that cannot be read count 0. */
    static long mebibytes(Collection<Long> pids) {
        long kibibytes = 0;
        for (long pid : pids) {
            kibibytes += kibibytes(pid);
        }
        return kibibytes / KIBIBYTES;
    }

    private static long kibibytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            return 0; // not Linux, or the process has ended: the figure is an extra
        }
        return 0;
    }
}

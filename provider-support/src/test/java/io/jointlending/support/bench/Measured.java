package io.jointlending.support.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Work that was done, and what it took.
 *
 * @param count transactions or messages
 * @param nanos from the first to the last
 * @param databaseMicros processor time of the database, all of its threads
 * @param clientMicros processor time of the measuring process, all of its threads
 */
record Measured(long count, long nanos, long databaseMicros, long clientMicros) {
    private static final long NANOS = 1_000_000_000L;
    private static final long MICROS_PER_TICK = 10_000; // a hundred a second on every Linux

    long perSecond() {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(NANOS))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    long databaseMicrosEach() {
        return databaseMicros / Math.max(1, count);
    }

    long clientMicrosEach() {
        return clientMicros / Math.max(1, count);
    }

    static BigDecimal ratio(long one, long other) {
        return BigDecimal.valueOf(one).divide(BigDecimal.valueOf(Math.max(1, other)), 2, RoundingMode.HALF_UP);
    }

    /** Time of the processors that a process has used so far. */
    static long processorMicros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid, e);
        }
    }

    /** The beginning of a measurement. */
    static Start start(long databasePid) {
        long self = ProcessHandle.current().pid();
        return new Start(databasePid, processorMicros(databasePid), self, processorMicros(self), System.nanoTime());
    }

    /** What was read when a measurement began. */
    record Start(long databasePid, long databaseMicros, long self, long clientMicros, long nanos) {
        Measured ended(long count) {
            return new Measured(
                    count,
                    System.nanoTime() - nanos,
                    processorMicros(databasePid) - databaseMicros,
                    processorMicros(self) - clientMicros);
        }
    }
}

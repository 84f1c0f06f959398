package io.jointlending.support.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open while no broker answers: then only one message a second is tried, and the failures do not count against the
 * messages. One line in the log when it opens and one when it closes.
 */
final class OutageGate {
    private static final Logger LOG = LoggerFactory.getLogger(OutageGate.class);
    private static final int FAILURES_TO_OPEN = 3;

    private int failures;
    private long openSince;
    private volatile boolean open;

    boolean isOpen() {
        return open;
    }

    synchronized void unreachable(String why) {
        failures++;
        if (!open && failures >= FAILURES_TO_OPEN) {
            open = true;
            openSince = System.nanoTime();
            LOG.warn("no broker answers, messages wait in the table: {}", why);
        }
    }

    /** A broker answered; true when that ended an outage. */
    synchronized boolean answered() {
        failures = 0;
        if (!open) {
            return false;
        }
        open = false;
        LOG.info(
                "the broker answers again after {} s",
                Duration.ofNanos(System.nanoTime() - openSince).toSeconds());
        return true;
    }
}

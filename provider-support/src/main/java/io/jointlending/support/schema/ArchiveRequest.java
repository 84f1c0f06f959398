package io.jointlending.support.schema;

import java.time.LocalDate;

/**
 * What to archive.
 *
 * @param before what ended before this date
 * @param batch orders that move in one transaction, 1 to 1000
 * @param mostBatches after so many batches the run stops; the next run goes on
 * @param pauseMillis pause after a batch, so that the tables stay usable
 * @param dryRun fill in the statements of the first batch and change nothing
 */
public record ArchiveRequest(LocalDate before, int batch, int mostBatches, int pauseMillis, boolean dryRun) {
    static final int MOST_ORDERS = 1_000;

    /** Checks the limits. */
    public ArchiveRequest {
        if (batch < 1 || batch > MOST_ORDERS || mostBatches < 1 || pauseMillis < 0) {
            throw new IllegalArgumentException(
                    "batch " + batch + ", batches " + mostBatches + ", pause " + pauseMillis);
        }
    }
}

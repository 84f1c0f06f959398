package io.jointlending.fund.watch;

import org.jspecify.annotations.Nullable;

/**
 * Rows that are older than they should be.
 *
 * @param found how many
 * @param oldestSeconds age of the oldest, null when there is none
 * @param example number of one of them, null when there is none
 */
record Waiting(long found, @Nullable Long oldestSeconds, @Nullable String example) {
    /** Half a sentence for a person. */
    String text() {
        return found + ", the oldest for " + oldestSeconds + " s, such as " + example;
    }
}

package io.jointlending.support.job;

/**
 * What a step did.
 *
 * @param cursor where the next one begins, at most 128 ASCII characters
 * @param rows how many rows it worked on, for progress and metrics
 * @param last true when the shard is done
 */
public record Step(String cursor, long rows, boolean last) {
    /** A step that is followed by another. */
    public static Step next(String cursor, long rows) {
        return new Step(cursor, rows, false);
    }

    /** The last step of a shard. */
    public static Step done(long rows) {
        return new Step("", rows, true);
    }
}

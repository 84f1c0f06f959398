package io.jointlending.support.job;

import io.jointlending.support.order.OrderNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Place of a walk through orders that an index {@code (…, shard_key, order_no)} sorts: the shard keys of a shard one after
 * the other, in each the orders by number. Every query of the walk is one range of that index, however many orders there
 * are and whatever the other shards hold.
 *
 * @param shardKey 0 to 1023
 * @param orderNo last order seen of this key, empty before the first
 */
public record OrderCursor(int shardKey, String orderNo) {
    private static final String SEPARATOR = ":";
    private static final int MOST_PAGES = 64;

    /** The place where a step begins. */
    public static OrderCursor of(Slice slice) {
        String cursor = slice.cursor();
        if (cursor.isEmpty()) {
            return new OrderCursor(slice.shard(), "");
        }
        int separator = cursor.indexOf(SEPARATOR);
        return new OrderCursor(
                Integer.parseInt(cursor.substring(0, separator)), cursor.substring(separator + SEPARATOR.length()));
    }

    /**
     * The step that ends here.
     *
     * @param lastOrderNo last order that was read, or null when this shard key has no more
     * @param rows worked on
     */
    public Step step(Slice slice, @Nullable String lastOrderNo, long rows) {
        if (lastOrderNo != null) {
            return Step.next(shardKey + SEPARATOR + lastOrderNo, rows);
        }
        int nextKey = shardKey + slice.shards();
        return nextKey < OrderNumbers.GENES ? Step.next(nextKey + SEPARATOR, rows) : Step.done(rows);
    }

    /**
     * A step that walks on until it has enough rows, or has asked 64 times: a shard key without any order is no step of
     * its own.
     *
     * @param enough rows after which the step ends; it may have that many once more
     */
    public static Step walk(Slice slice, int enough, Pages pages) {
        OrderCursor at = of(slice);
        long rows = 0;
        for (int asked = 1; ; asked++) {
            Page page = pages.after(at.shardKey, at.orderNo);
            rows += page.rows();
            Step step = at.step(slice, page.lastOrderNo(), rows);
            if (step.last() || rows >= enough || asked == MOST_PAGES) {
                return step;
            }
            at = of(new Slice(slice.businessDate(), slice.shard(), slice.shards(), step.cursor()));
        }
    }

    /** Works on the next orders of a shard key. */
    @FunctionalInterface
    public interface Pages {
        /** Works on a bounded number of orders after this one. */
        Page after(int shardKey, String orderNo);
    }

    /**
     * What was worked on.
     *
     * @param lastOrderNo last order that was read, or null when the shard key has no more
     * @param rows worked on
     */
    public record Page(@Nullable String lastOrderNo, long rows) {}
}

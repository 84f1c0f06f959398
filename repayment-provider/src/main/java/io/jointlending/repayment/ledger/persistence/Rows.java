package io.jointlending.repayment.ledger.persistence;

import java.util.List;
import java.util.function.ToIntFunction;

/** Row counts: a statement that changes other rows than it was meant to is a broken invariant. */
final class Rows {
    /** Rows per INSERT where a statement may have thousands. */
    private static final int CHUNK = 500;

    private Rows() {}

    static void require(int changed, int expected, String what) {
        if (changed != expected) {
            throw new IllegalStateException(what + " changed " + changed + " rows instead of " + expected);
        }
    }

    /** Inserts in statements of bounded size. */
    static <R> void insert(List<R> rows, ToIntFunction<List<R>> insert, String what) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<R> chunk = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            require(insert.applyAsInt(chunk), chunk.size(), what);
        }
    }

    /** Requires that an update by {@code ON DUPLICATE KEY} changed every row: the server counts two for each. */
    static void requireUpdated(int counted, int rows, String what) {
        require(counted, 2 * rows, what + ", counted twice,");
    }
}

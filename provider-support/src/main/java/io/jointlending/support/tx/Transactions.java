package io.jointlending.support.tx;

import java.util.function.Supplier;

/**
 * Runs work in a transaction, visibly. READ COMMITTED. Any exception rolls back. Nothing remote belongs inside.
 */
public interface Transactions {
    /**
     * Joins the running transaction, or opens one. When the outermost one is chosen as the victim of a deadlock, the
     * work is run again, up to three times: it must not keep state outside the database.
     */
    <T> T inTransaction(Supplier<T> work);

    /** The same for work without a result. */
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** A transaction of its own, committed whatever becomes of the running one. */
    <T> T inNewTransaction(Supplier<T> work);
}

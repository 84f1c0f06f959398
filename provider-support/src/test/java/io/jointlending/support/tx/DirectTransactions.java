package io.jointlending.support.tx;

import java.util.function.Supplier;

/** Runs the work as it is. Nothing is rolled back: for tests that keep their state in memory. */
public final class DirectTransactions implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T inNewTransaction(Supplier<T> work) {
        return work.get();
    }
}

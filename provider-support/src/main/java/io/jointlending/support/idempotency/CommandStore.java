package io.jointlending.support.idempotency;

import org.jspecify.annotations.Nullable;

/** Where commands are remembered: a table, or memory in tests. */
interface CommandStore {
    /** True when this transaction is the first with the key; false when another is done; PROCESSING when one runs. */
    boolean insert(CommandKey key, String bodyHash);

    @Nullable
    CommandRow find(CommandKey key);

    void answer(CommandKey key, String answer);
}

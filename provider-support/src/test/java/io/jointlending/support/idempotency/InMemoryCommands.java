package io.jointlending.support.idempotency;

import io.jointlending.support.tx.DirectTransactions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Idempotent commands without a database. A refused command is forgotten, as a rollback would do. */
public final class InMemoryCommands {
    private InMemoryCommands() {}

    /** Commands that remember in this object alone. */
    public static IdempotentCommands create() {
        return new IdempotentCommands(new DirectTransactions(), new Store());
    }

    private static final class Store implements CommandStore {
        private final ConcurrentMap<CommandKey, CommandRow> rows = new ConcurrentHashMap<>();

        @Override
        public boolean insert(CommandKey key, String bodyHash) {
            CommandRow held = rows.get(key);
            if (held != null && held.answer() != null) {
                return false;
            }
            rows.put(key, new CommandRow(bodyHash, null)); // an unanswered row is what a refusal left behind
            return true;
        }

        @Override
        public @Nullable CommandRow find(CommandKey key) {
            return rows.get(key);
        }

        @Override
        public void answer(CommandKey key, String answer) {
            rows.computeIfPresent(key, (k, row) -> new CommandRow(row.bodyHash(), answer));
        }
    }
}

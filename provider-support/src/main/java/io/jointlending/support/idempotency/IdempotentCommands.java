package io.jointlending.support.idempotency;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.BodyHash;
import io.jointlending.support.json.Json;
import io.jointlending.support.tx.Transactions;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/** Runs a command once per key and answers the same afterwards. */
public final class IdempotentCommands {
    private final Transactions transactions;
    private final CommandStore store;

    IdempotentCommands(Transactions transactions, CommandStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Commands of the table {@code idempotent_command}; session and transactions share one data source. */
    public static IdempotentCommands stored(Transactions transactions, SqlSession session) {
        return new IdempotentCommands(transactions, new StoredCommands(session));
    }

    /**
     * In one transaction: remembers the key, runs the work, stores its answer. A repetition gets the stored answer.
     *
     * <p>Codes: A0409 the number was used with another body; A0425 the first one is still running after two seconds. A
     * {@link Refusal} of the work rolls everything back and is not stored: the same number may be tried again.
     *
     * @param request what came from the caller; its hash tells a repetition from another request
     */
    public <A> A execute(CommandKey key, Object request, Class<A> answerType, Supplier<A> work) {
        String bodyHash = BodyHash.ofRequest(request);
        return transactions.inTransaction(() -> {
            if (!store.insert(key, bodyHash)) {
                return repeated(key, bodyHash, answerType);
            }
            A answer = work.get();
            store.answer(key, Json.write(answer));
            return answer;
        });
    }

    /** The stored answer. Code: A0404 when no command with this key has finished. */
    public <A> A findAnswer(CommandKey key, Class<A> answerType) {
        CommandRow row = store.find(key);
        if (row == null || row.answer() == null) {
            throw new Refusal(ErrorCodes.REQUEST_NOT_FOUND, "requestNo");
        }
        return Json.read(row.answer(), answerType);
    }

    private <A> A repeated(CommandKey key, String bodyHash, Class<A> answerType) {
        CommandRow row = store.find(key);
        if (row == null || row.answer() == null) {
            // its answer was purged or rolled back between the two statements
            throw new Refusal(ErrorCodes.PROCESSING, "requestNo");
        }
        if (!row.bodyHash().equals(bodyHash)) {
            throw new Refusal(ErrorCodes.REQUEST_BODY_CHANGED, "requestNo");
        }
        return Json.read(row.answer(), answerType);
    }
}

package io.jointlending.fund.guard;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The answer to the question whether an institution may be called now. */
public sealed interface Admission {
    /**
     * Not now; nothing was sent.
     *
     * @param retryAfterMillis when it is worth asking again, 1 or more
     */
    record Refused(RefusalReason reason, long retryAfterMillis) implements Admission {}

    /** Yes, once. To be closed by the caller, on any thread; closing again does nothing. */
    final class Granted implements Admission, AutoCloseable {
        private final BooleanSupplier inTime;
        private final Consumer<CallOutcome> onEnd;
        private boolean ended;

        Granted(BooleanSupplier inTime, Consumer<CallOutcome> onEnd) {
            this.inTime = inTime;
            this.onEnd = onEnd;
        }

        /**
         * False when so much time has passed since the admission that a call as long as the channel allows would end after
         * the permit: then others may be let in meanwhile, and the call must not be begun.
         */
        public boolean inTime() {
            return inTime.getAsBoolean();
        }

        /** Ends the admission with what became of the call; to be called as soon as that is known. */
        public synchronized void record(CallOutcome outcome) {
            if (!ended) {
                ended = true;
                onEnd.accept(outcome);
            }
        }

        /** Ends it as {@link CallOutcome#NOT_TRIED}, unless an outcome was recorded. */
        @Override
        public void close() {
            record(CallOutcome.NOT_TRIED);
        }
    }
}

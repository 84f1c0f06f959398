package io.jointlending.fund.exchange.callback;

/** Remembers the numbers used once of callbacks as long as a message may be on its way. */
public interface Nonces {
    /** What is known of a number. */
    enum Standing {
        /** Nobody used it. */
        FRESH,
        /** The very same message came before: the institution did not get our answer. */
        SAME_MESSAGE,
        /** Another message used it. */
        REPLAYED,
        /** The memory cannot be asked. */
        UNKNOWN
    }

    /** Remembers a number, with what used it: the event and the digest of the message. */
    Standing use(String channel, String nonce, String usedBy);
}

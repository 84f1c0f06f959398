package io.jointlending.fund.exchange.callback;

import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.Optional;

/** Where callbacks go once they are known to be the institution's: the durable inbox. */
public interface CallbackSink {
    /** What an event of a channel is answered; empty if no active flow of the channel waits for such an event. */
    Optional<Acks> acks(String channel, String event);

    /**
     * Takes a callback. It is {@link Verdict#ACK} once it is stored, and again for one that was stored before; anything that
     * prevents storing it is {@link Verdict#NACK}, so that the institution sends it again. An exception is a NACK too.
     *
     * @param body what the institution says, verified and decoded
     * @param sha256 digest of the bytes that came
     */
    Verdict accept(String channel, String event, Tree body, String sha256);

    /** Whether the institution may forget the callback. */
    enum Verdict {
        /** It is stored. */
        ACK,
        /** It is not. */
        NACK
    }

    /**
     * Answers to a callback.
     *
     * @param ok it is stored
     * @param fail send it again
     */
    record Acks(Tree ok, Tree fail) {}
}

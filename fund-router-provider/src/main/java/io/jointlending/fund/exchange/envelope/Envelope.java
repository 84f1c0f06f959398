package io.jointlending.fund.exchange.envelope;

import io.jointlending.fund.flow.domain.tree.Tree;

/** How the messages of one channel are signed and encrypted. */
public interface Envelope {
    /**
     * A message ready to be sent.
     *
     * @param bytes what is sent
     * @param nonce its number used once, which the answer must carry
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte[] bytes, String nonce) {}

    /**
     * A message that was opened.
     *
     * @param tree what it says
     * @param nonce its number used once
     */
    record Opened(Tree tree, String nonce) {}

    /** A new number used once. */
    String freshNonce();

    /**
     * Seals a message.
     *
     * @param nonce a fresh one, or for an answer the one of what is answered
     * @throws io.jointlending.fund.exchange.codec.BadMessage if the codec cannot carry it
     * @throws IllegalStateException if a key is missing
     */
    Sealed seal(Tree message, Kind kind, String nonce);

    /**
     * Opens a message: first the time, then the signature over the raw sealed body, and only then is the body decrypted
     * and read.
     *
     * @throws NotAuthentic if it is not from the institution, or not now
     * @throws io.jointlending.fund.exchange.codec.BadMessage if what was sealed cannot be read
     */
    Opened open(byte[] bytes, Kind kind);

    /**
     * Opens an answer.
     *
     * @param nonce the one of what it must answer
     * @throws NotAuthentic also if it answers something else
     */
    default Tree openAnswer(byte[] bytes, Kind kind, String nonce) {
        Opened opened = open(bytes, kind);
        if (!opened.nonce().equals(nonce)) {
            throw new NotAuthentic(NotAuthentic.Why.REPLAYED, "the answer belongs to another message");
        }
        return opened.tree();
    }
}

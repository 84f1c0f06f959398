package io.jointlending.fund.exchange.envelope;

/** What a message is. It is signed with it, so that one kind can never stand for another. */
public enum Kind {
    /** From us, or to a sandbox bank. */
    REQUEST,
    /** To a request, with its number used once. */
    REPLY,
    /** From the institution by itself. */
    CALLBACK,
    /** To a callback, with its number used once. */
    ACK;

    /** Whether it answers another message. */
    boolean answers() {
        return this == REPLY || this == ACK;
    }
}

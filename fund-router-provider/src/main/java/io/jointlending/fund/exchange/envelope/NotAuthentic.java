package io.jointlending.fund.exchange.envelope;

/** A message that did not come from the institution, or not now. Nothing of it is used. */
public final class NotAuthentic extends RuntimeException {
    /** What is wrong, for counters. */
    public enum Why {
        /** The envelope is not as agreed. */
        FORM,
        /** No key of that id. */
        KEY,
        /** Older or newer than the window. */
        STALE,
        /** The number used once was used before, or belongs to another request. */
        REPLAYED,
        /** Signature or seal do not fit. */
        SIGNATURE
    }

    private final Why why;

    /** With what is wrong; the text never repeats the content. */
    public NotAuthentic(Why why, String what) {
        super(what);
        this.why = why;
    }

    /** With what noticed it. */
    public NotAuthentic(Why why, String what, Throwable cause) {
        super(what, cause);
        this.why = why;
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }
}

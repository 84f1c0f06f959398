package io.jointlending.fund.exchange.codec;

/** A message that cannot be written or read. The text never repeats the content. */
public final class BadMessage extends RuntimeException {
    /** With what is wrong. */
    public BadMessage(String what) {
        super(what);
    }

    /** With what is wrong and where it was noticed. */
    public BadMessage(String what, Throwable cause) {
        super(what, cause);
    }
}

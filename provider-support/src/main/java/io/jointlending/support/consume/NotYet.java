package io.jointlending.support.consume;

/** A message came before what it needs. It is redelivered after a short while; not an error. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is missing. */
    public NotYet(String why) {
        super(why, null, false, false);
    }
}

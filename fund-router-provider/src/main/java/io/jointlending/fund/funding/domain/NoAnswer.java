package io.jointlending.fund.funding.domain;

/** An institution did not answer, or not readably. Nothing is known of the request. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened, in words fit for a log. */
    public NoAnswer(String what) {
        super(what, null, false, false);
    }
}

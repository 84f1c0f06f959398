package io.jointlending.support.consume;

/** What is to become of a delivered message. */
public enum Verdict {
    /** Its effect is committed: acknowledge. */
    DONE(true),
    /** It was consumed before: acknowledge. */
    DUPLICATE(true),
    /** It has no effect here: acknowledge. */
    NO_CONCERN(true),
    /** A dead letter is written: acknowledge. */
    DEAD(true),
    /** It came before what it needs: deliver again soon. */
    NOT_YET(false),
    /** Rows were locked or a deadlock was lost: deliver again soon. */
    LOCKED(false),
    /** Database or another provider is away: deliver again after a while, however often. */
    UNAVAILABLE(false),
    /** It failed by itself: deliver again, later each time. */
    FAILED(false);

    private final boolean acknowledged;

    Verdict(boolean acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** True when the message must not come again. */
    public boolean acknowledged() {
        return acknowledged;
    }
}

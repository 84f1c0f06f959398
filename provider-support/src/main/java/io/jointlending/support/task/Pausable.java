package io.jointlending.support.task;

/**
 * Background work that an instance lays down while it is offline and takes up again later. What calls write while the
 * relay is paused waits in the table: pause the relay last, when no call is running any more.
 */
public interface Pausable {
    /** What it is, in logs and answers; unique in a process. */
    String name();

    /** Takes no new work from now on; what is under way is finished. Does not wait for it; may be repeated. */
    void pause();

    /** Takes work again; does not wait either. Nothing happens if it is not paused. */
    void resume();

    /** True when it is paused and everything that was under way is finished, and written down where that matters. */
    boolean quiet();
}

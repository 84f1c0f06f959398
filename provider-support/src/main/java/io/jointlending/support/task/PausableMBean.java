package io.jointlending.support.task;

/**
 * How the graceful-shutdown agent sees a {@link Pausable}, through JMX and without a class in common: any application may
 * register such beans as {@code io.jointlending.agent:type=Pausable,name=…}. With {@code phase=outlet} in its name a bean
 * is paused only when no call is running any more.
 */
public interface PausableMBean {
    /** See {@link Pausable#pause()}. */
    void pause();

    /** See {@link Pausable#resume()}. */
    void resume();

    /** See {@link Pausable#quiet()}. */
    boolean isQuiet();
}

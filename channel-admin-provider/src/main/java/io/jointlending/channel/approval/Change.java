package io.jointlending.channel.approval;

import org.jspecify.annotations.Nullable;

/**
 * What an action does, in the provider that owns it. Runs in the transaction of the approval.
 *
 * @param <P> record that the payload is read as
 */
public interface Change<P> {
    /** One of the constants of {@code Actions}. */
    String action();

    /** Record that the payload is read as. */
    Class<P> payloadType();

    /** What is changed. */
    Target target(P payload);

    /**
     * The target's version now, 0 when it does not exist; locks it where it exists. Null where this provider does not own it:
     * its owner decides then whether the change still fits.
     */
    @Nullable
    Long version(P payload);

    /** Refuses what could not be carried out today, so that nobody approves nonsense; may do nothing. */
    default void check(P payload) {}

    /**
     * Carries it out.
     *
     * @param maker who proposed it, under whose name it is audited
     */
    Done execute(P payload, String requestNo, String maker);

    /**
     * What is changed.
     *
     * @param kind such as PRODUCT
     * @param code which one
     */
    record Target(String kind, String code) {}

    /**
     * What came of it.
     *
     * @param result the target as it is now, stored as JSON; null when another provider carries it out
     * @param oneTimePassword shown once, never stored
     */
    record Done(@Nullable Object result, @Nullable String oneTimePassword) {
        /** Without a secret. */
        public static Done of(Object result) {
            return new Done(result, null);
        }

        @Override
        public String toString() {
            return "Done[" + result + "]";
        }
    }
}

package io.jointlending.support.identity;

import org.jspecify.annotations.Nullable;

/**
 * A call as it arrived.
 *
 * @param contract interface
 * @param group Dubbo group, or null
 * @param method name
 * @param arguments of the method
 * @param proof what came with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(
        Class<?> contract, @Nullable String group, String method, @Nullable Object[] arguments, Proof proof) {

    /**
     * What came with a call.
     *
     * @param statedApplication what the consumer calls itself; proves nothing
     * @param application public part of its key
     * @param time when it was signed
     * @param signature over all of it
     * @param session token of a person's session
     */
    public record Proof(
            String statedApplication,
            @Nullable String application,
            @Nullable String time,
            @Nullable String signature,
            @Nullable String session) {}

    @Nullable
    Object request() {
        return arguments.length == 0 ? null : arguments[0];
    }
}

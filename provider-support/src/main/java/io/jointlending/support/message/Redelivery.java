package io.jointlending.support.message;

/** Hands a dead letter to the handler that could not consume it. */
@FunctionalInterface
public interface Redelivery {
    /** Consumes it now, once, whatever was consumed before; whatever fails is in the result. */
    Result deliver(String consumerGroup, String topic, String type, String key, byte[] body);

    /**
     * What became of it.
     *
     * @param consumed its effect is there, from now or from before
     * @param what in words
     */
    record Result(boolean consumed, String what) {}
}

package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.time.Duration;

/** Our own protection before a call: hours and switch, places here, places of all instances, breaker. Waits for nothing. */
public interface CallGate {
    /**
     * Asks for a place for one call.
     *
     * @param permitId number of the request; the same one again is the same place
     */
    Entry enter(ChannelDefinition channel, Endpoint endpoint, String permitId);

    /** The answer. */
    sealed interface Entry {
        /** A place, to be given back when the call is over. */
        non-sealed interface Granted extends Entry, AutoCloseable {
            /** False when so much time has passed that the place may be somebody else's before the call is over. */
            boolean inTime();

            /** What the call came to, for the breaker; before {@link #close()}. */
            void over(CallResult result);

            @Override
            void close();
        }

        /** No place now. */
        record Refused(String why, Duration retryAfter) implements Entry {}
    }
}

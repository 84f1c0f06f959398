package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Outcome;
import java.time.Duration;

/** What is to be done now. */
public sealed interface Effect {
    /** Fill in and send the request of this step under this number. */
    record Send(String step, String requestNo) implements Effect {}

    /** Come back with {@link Event.TimerFired} after this time. */
    record WaitUntil(Duration after) implements Effect {}

    /** Wait for this callback, or come back with {@link Event.TimerFired} after this time. */
    record AwaitCallback(String event, Duration timeout) implements Effect {}

    /** The flow ended at this step. */
    record Finish(Outcome outcome, String step, String why) implements Effect {}

    /** The event does not fit this state and changed nothing; it is not recorded. */
    record Nothing(String why) implements Effect {}
}

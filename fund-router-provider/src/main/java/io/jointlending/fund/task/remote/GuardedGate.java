package io.jointlending.fund.task.remote;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.guard.Admission;
import io.jointlending.fund.guard.CallOutcome;
import io.jointlending.fund.guard.Guards;
import io.jointlending.fund.task.domain.CallGate;
import io.jointlending.fund.task.domain.CallResult;
import java.time.Duration;

/** The guards before institutions, as the engine asks them. */
public final class GuardedGate implements CallGate {
    private static final int SERVER_ERROR = 500;

    private final Guards guards;

    /** These guards. */
    public GuardedGate(Guards guards) {
        this.guards = guards;
    }

    @Override
    public Entry enter(ChannelDefinition channel, Endpoint endpoint, String permitId) {
        Admission admission = guards.enter(channel, endpoint, permitId);
        if (admission instanceof Admission.Granted granted) {
            return new Place(granted);
        }
        Admission.Refused refused = (Admission.Refused) admission;
        return new Entry.Refused(refused.reason().name(), Duration.ofMillis(refused.retryAfterMillis()));
    }

    private record Place(Admission.Granted granted) implements Entry.Granted {
        @Override
        public boolean inTime() {
            return granted.inTime();
        }

        @Override
        public void over(CallResult result) {
            granted.record(outcome(result));
        }

        @Override
        public void close() {
            granted.close();
        }
    }

    /** An authentic answer is that of a healthy institution, whatever it says. */
    private static CallOutcome outcome(CallResult result) {
        if (result instanceof CallResult.Replied) {
            return CallOutcome.ANSWERED;
        }
        if (result instanceof CallResult.NotSent notSent) {
            return notSent.unreachable() ? CallOutcome.NOT_CONNECTED : CallOutcome.NOT_TRIED;
        }
        Integer status = result.evidence().httpStatus();
        return status != null && status >= SERVER_ERROR ? CallOutcome.SERVER_ERROR : CallOutcome.LOST;
    }
}

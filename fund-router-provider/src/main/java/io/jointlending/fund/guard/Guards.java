package io.jointlending.fund.guard;

import com.alibaba.csp.sentinel.AsyncEntry;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asked before every call of an institution: is the channel switched on and open, is there a place in this instance, a place
 * and a turn over all instances, and is the institution well? In this order, so that what costs nothing comes first and a
 * refusal takes nothing from anybody.
 */
public final class Guards {
    private static final long SWITCHED_OFF_MILLIS = 30_000;

    private final CallGate gate;
    private final Breakers breakers;
    private final OpeningHours hours;
    private final MeterRegistry meters;

    /**
     * Guards.
     *
     * @param hours when institutions take calls
     */
    public Guards(CallGate gate, Breakers breakers, OpeningHours hours, MeterRegistry meters) {
        this.gate = gate;
        this.breakers = breakers;
        this.hours = hours;
        this.meters = meters;
    }

    /**
     * Asks for one call.
     *
     * @param channel its definition as it is now
     * @param endpoint what is called
     * @param permit name of this call, unique for each send; asked twice with one name, it is one call
     */
    public Admission enter(ChannelDefinition channel, Endpoint endpoint, String permit) {
        Admission.Refused off = switchedOff(channel);
        if (off != null) {
            return counted(channel, off);
        }
        CallGate.Answer answer = gate.enter(channel, permit);
        RefusalReason full = answer.reason();
        if (full != null) {
            return counted(channel, new Admission.Refused(full, answer.retryAfterMillis()));
        }
        long begun = System.nanoTime();
        Optional<AsyncEntry> passed = pass(channel, endpoint, permit);
        if (passed.isEmpty()) {
            gate.leave(channel, permit);
            return counted(
                    channel,
                    new Admission.Refused(RefusalReason.BREAKER_OPEN, breakers.retryAfterMillis(channel, endpoint)));
        }
        long spare = gate.lease(channel).minus(channel.call().total()).toNanos();
        return new Admission.Granted(() -> System.nanoTime() - begun < spare, outcome -> {
            Breakers.leave(passed.get(), outcome);
            gate.leave(channel, permit);
            meters.counter("jl.fund.calls", "channel", channel.channel(), "outcome", outcome.name())
                    .increment();
        });
    }

    private Optional<AsyncEntry> pass(ChannelDefinition channel, Endpoint endpoint, String permit) {
        boolean decided = false;
        try {
            Optional<AsyncEntry> passed = breakers.enter(channel, endpoint);
            decided = true;
            return passed;
        } finally {
            if (!decided) {
                gate.leave(channel, permit);
            }
        }
    }

    private Admission.@Nullable Refused switchedOff(ChannelDefinition channel) {
        if (channel.status().equals("DISABLED")) {
            return new Admission.Refused(RefusalReason.DISABLED, SWITCHED_OFF_MILLIS);
        }
        if (channel.status().equals("PAUSED")) {
            return new Admission.Refused(RefusalReason.PAUSED, SWITCHED_OFF_MILLIS);
        }
        Duration closed = hours.closedFor(channel);
        return closed.isZero() || closed.isNegative()
                ? null
                : new Admission.Refused(RefusalReason.CLOSED, Math.max(1, closed.toMillis()));
    }

    private Admission.Refused counted(ChannelDefinition channel, Admission.Refused refused) {
        meters.counter(
                        "jl.fund.refusals",
                        "channel",
                        channel.channel(),
                        "reason",
                        refused.reason().name())
                .increment();
        return refused;
    }
}

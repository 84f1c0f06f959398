package io.jointlending.fund.task.remote;

import io.jointlending.fund.exchange.Evidence;
import io.jointlending.fund.exchange.InstitutionClient;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.fund.task.domain.StepRecord;

/** Sealed messages over HTTP, as the engine sends them. */
public final class ExchangeCalls implements InstitutionCalls {
    private final InstitutionClient client;

    /** This client. */
    public ExchangeCalls(InstitutionClient client) {
        this.client = client;
    }

    @Override
    public CallResult call(ChannelDefinition channel, Endpoint endpoint, Rendering.Rendered request, String requestNo) {
        io.jointlending.fund.exchange.CallResult result = client.call(channel, endpoint, request, requestNo);
        StepRecord.Evidence evidence = evidence(result.evidence());
        if (result instanceof io.jointlending.fund.exchange.CallResult.Replied replied) {
            return new CallResult.Replied(replied.reply(), evidence);
        }
        if (result instanceof io.jointlending.fund.exchange.CallResult.NotSent notSent) {
            return new CallResult.NotSent(notSent.reason(), notSent.unreachable(), evidence);
        }
        var lost = (io.jointlending.fund.exchange.CallResult.Lost) result;
        boolean forged = lost.why() == io.jointlending.fund.exchange.CallResult.Why.NOT_AUTHENTIC;
        return new CallResult.Lost(lost.why() + ": " + lost.reason(), forged, evidence);
    }

    private static StepRecord.Evidence evidence(Evidence evidence) {
        return new StepRecord.Evidence(
                evidence.httpStatus(),
                (int) Math.min(Integer.MAX_VALUE, evidence.elapsedMs()),
                null,
                evidence.requestSha256(),
                evidence.replySha256());
    }
}

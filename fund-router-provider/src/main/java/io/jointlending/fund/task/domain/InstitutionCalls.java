package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.template.Rendering;

/** Calls institutions. Remote: never inside a transaction. Ends within the total time of the channel, whatever happens outside. */
public interface InstitutionCalls {
    /** Sends one request. */
    CallResult call(ChannelDefinition channel, Endpoint endpoint, Rendering.Rendered request, String requestNo);
}

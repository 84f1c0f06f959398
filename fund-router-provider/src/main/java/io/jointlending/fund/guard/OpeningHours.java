package io.jointlending.fund.guard;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.time.Duration;

/** When institutions take calls. */
@FunctionalInterface
public interface OpeningHours {
    /** No hours are known. */
    OpeningHours ALWAYS = channel -> Duration.ZERO;

    /** How long the institution of a channel is still closed; zero when it is open. */
    Duration closedFor(ChannelDefinition channel);
}

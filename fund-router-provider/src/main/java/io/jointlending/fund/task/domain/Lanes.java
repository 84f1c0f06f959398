package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;

/** The bounded threads of each channel. */
public interface Lanes {
    /** Places that are free for this channel. */
    int free(ChannelDefinition channel);

    /** Runs work on a thread of this channel; false when there is no place. */
    boolean run(ChannelDefinition channel, Runnable work);
}

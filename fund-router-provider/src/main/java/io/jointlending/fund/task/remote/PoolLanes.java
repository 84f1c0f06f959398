package io.jointlending.fund.task.remote;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.guard.ChannelPools;
import io.jointlending.fund.task.domain.Lanes;

/** The pools of the channels, as the engine uses them. */
public final class PoolLanes implements Lanes {
    private final ChannelPools pools;

    /** These pools. */
    public PoolLanes(ChannelPools pools) {
        this.pools = pools;
    }

    @Override
    public int free(ChannelDefinition channel) {
        return pools.free(channel);
    }

    @Override
    public boolean run(ChannelDefinition channel, Runnable work) {
        return pools.execute(channel, work);
    }
}

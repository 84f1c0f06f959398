package io.jointlending.loan.order.remote;

import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;

/** Channels as channel-admin-provider tells them, when it is asked and by message. */
public final class AcquisitionChannels implements Channels {
    private static final String FIELD = "channelCode";

    private final AcquisitionChannelService channels;
    private final KeptConfiguration kept;

    public AcquisitionChannels(AcquisitionChannelService channels, KeptConfiguration kept) {
        this.channels = channels;
        this.kept = kept;
    }

    @Override
    public Runnable read(String channelCode) {
        try {
            ChannelView channel = kept.get(
                    ConfigurationPublished.CHANNEL,
                    channelCode,
                    ChannelView.class,
                    ChannelView::version,
                    () -> channels.findChannel(new FindChannelQuery(channelCode)));
            return () -> requireEnabled(channel);
        } catch (Refusal refused) {
            return () -> {
                throw refused;
            };
        }
    }

    private static void requireEnabled(ChannelView channel) {
        if (!channel.status().equals(ChannelView.ENABLED)) {
            throw new Refusal(
                    ErrorCodes.CHANNEL_NOT_ENABLED,
                    "Channel " + channel.channelCode() + " is " + channel.status()
                            + "; only an enabled channel submits orders.",
                    FIELD);
        }
    }
}

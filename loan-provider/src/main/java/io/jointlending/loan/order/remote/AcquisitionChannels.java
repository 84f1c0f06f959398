package io.jointlending.loan.order.remote;

import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.channel.FindChannelQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Channels as channel-admin-provider tells them, when it is asked and by message. */
public final class AcquisitionChannels implements Channels {
    private static final String FIELD = "channelCode";

    private final AcquisitionChannelService channels;
    private final KeptConfiguration kept;
    private final boolean required;

    /** @param required whether every order must name a channel */
    public AcquisitionChannels(AcquisitionChannelService channels, KeptConfiguration kept, boolean required) {
        this.channels = channels;
        this.kept = kept;
        this.required = required;
    }

    @Override
    public Runnable read(@Nullable String channelCode) {
        if (channelCode == null) {
            return this::requireNone;
        }
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

    private void requireNone() {
        if (required) {
            throw new Refusal(ErrorCodes.CHANNEL_REQUIRED, FIELD);
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

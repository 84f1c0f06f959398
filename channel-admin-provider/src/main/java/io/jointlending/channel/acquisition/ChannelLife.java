package io.jointlending.channel.acquisition;

import io.jointlending.api.channel.ChannelView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.Map;

/** The states of a channel and the ways between them. */
final class ChannelLife {
    private static final Map<String, List<String>> NEXT = Map.of(
            ChannelView.APPLIED, List.of(ChannelView.REVIEWED, ChannelView.REJECTED),
            ChannelView.REVIEWED, List.of(ChannelView.ENABLED, ChannelView.CLOSED),
            ChannelView.ENABLED, List.of(ChannelView.DISABLED),
            ChannelView.DISABLED, List.of(ChannelView.ENABLED, ChannelView.CLOSED),
            ChannelView.REJECTED, List.of(),
            ChannelView.CLOSED, List.of());

    private ChannelLife() {}

    /** Refuses with A0625 a way that there is not. */
    static void requireWay(ChannelView channel, String to, String field) {
        List<String> next = NEXT.getOrDefault(channel.status(), List.of());
        if (!next.contains(to)) {
            throw new Refusal(
                    ErrorCodes.CHANNEL_STATE,
                    "Channel " + channel.channelCode() + " is " + channel.status() + " and can become "
                            + (next.isEmpty() ? "nothing else" : String.join(" or ", next)) + ", not " + to + ".",
                    field);
        }
    }
}

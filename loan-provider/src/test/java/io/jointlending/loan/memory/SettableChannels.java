package io.jointlending.loan.memory;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.order.domain.Channels;
import io.jointlending.support.error.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Channels as a test sets them; the first is {@link #CODE}, enabled. */
public final class SettableChannels implements Channels {
    /** Enabled at the beginning. */
    public static final String CODE = "APP-MAIN";

    private final Map<String, Boolean> channels = new HashMap<>(Map.of(CODE, true));

    private boolean required;

    /** Whether every order must name a channel; at the beginning not. */
    public void require(boolean wanted) {
        required = wanted;
    }

    /** Enables {@link #CODE} or disables it. */
    public void set(boolean enabled) {
        channels.put(CODE, enabled);
    }

    @Override
    public Runnable read(@Nullable String channelCode) {
        if (channelCode == null) {
            return () -> {
                if (required) {
                    throw new Refusal(ErrorCodes.CHANNEL_REQUIRED, "channelCode");
                }
            };
        }
        Boolean enabled = channels.get(channelCode);
        return () -> {
            if (enabled == null) {
                throw new Refusal(ErrorCodes.CHANNEL_NOT_FOUND, "channelCode");
            }
            if (!enabled) {
                throw new Refusal(ErrorCodes.CHANNEL_NOT_ENABLED, "channelCode");
            }
        };
    }
}

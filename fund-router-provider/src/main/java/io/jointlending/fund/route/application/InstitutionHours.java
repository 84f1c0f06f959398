package io.jointlending.fund.route.application;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.guard.OpeningHours;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.support.error.Refusal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hours and the planned times without service of institutions, for calls under way: a task waits until it is open again. */
public final class InstitutionHours implements OpeningHours {
    private static final Logger LOG = LoggerFactory.getLogger(InstitutionHours.class);
    private static final int DAY_MINUTES = 24 * 60;

    /** Hours may be changed meanwhile. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final FundConfiguration configuration;
    private final Supplier<LocalDateTime> now;

    /**
     * Hours by this configuration.
     *
     * @param now Asia/Shanghai
     */
    public InstitutionHours(FundConfiguration configuration, Supplier<LocalDateTime> now) {
        this.configuration = configuration;
        this.now = now;
    }

    /** Zero for an institution whose hours nobody can tell: what was sent to it has to be asked for. */
    @Override
    public Duration closedFor(ChannelDefinition channel) {
        try {
            return configuration
                    .channel(channel.institution())
                    .map(known -> closedFor(known, now.get()))
                    .orElse(Duration.ZERO);
        } catch (Refusal e) {
            LOG.debug("hours of institution={} are not known: {}", channel.institution(), e.getMessage());
            return Duration.ZERO;
        }
    }

    static Duration closedFor(FundChannel channel, LocalDateTime at) {
        for (FundState.Closed window : channel.closed()) {
            if (window.holds(at)) {
                return least(Duration.between(at, window.to()));
            }
        }
        int minutes = 0;
        while (minutes <= DAY_MINUTES && !channel.hours().holds(at.toLocalTime().plusMinutes(minutes))) {
            minutes++;
        }
        return minutes == 0 ? Duration.ZERO : least(Duration.ofMinutes(minutes).minusSeconds(at.getSecond()));
    }

    private static Duration least(Duration wait) {
        return wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN;
    }
}

package io.jointlending.channel.admin;

import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.FundWindowView;
import io.jointlending.api.channel.PutFundChannelRequest;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds a version of a fund channel, with its audit row, in one transaction. Refuses with A0400, A0527 and A0538. */
public final class PutFundChannel {
    private final IdempotentCommands commands;
    private final Institutions institutions;
    private final FundChannels channels;
    private final AuditLog audit;
    private final Publication publication;

    /** The idempotent commands open the transaction; the publication tells the other providers. */
    public PutFundChannel(
            IdempotentCommands commands,
            Institutions institutions,
            FundChannels channels,
            AuditLog audit,
            Publication publication) {
        this.commands = commands;
        this.institutions = institutions;
        this.channels = channels;
        this.audit = audit;
        this.publication = publication;
    }

    FundChannelView run(CommandKey key, PutFundChannelRequest request) {
        return commands.execute(key, request, FundChannelView.class, () -> put(request));
    }

    /** In the running transaction. */
    FundChannelView put(PutFundChannelRequest request) {
        FundChannelView wanted = request.channel();
        check(wanted);
        String code = wanted.institutionCode();
        if (institutions.find(code).isEmpty()) {
            throw new Refusal(ErrorCodes.INSTITUTION_NOT_FOUND, "channel.institutionCode");
        }
        @Nullable FundChannelView before = channels.find(code).orElse(null);
        long version = before == null ? 0 : before.version();
        FundChannelView after = new FundChannelView(
                code,
                wanted.status(),
                wanted.openHours(),
                wanted.quotas(),
                wanted.windows(),
                wanted.hosts(),
                Math.addExact(version, 1));
        if (wanted.version() != version || !channels.add(after)) {
            throw new Refusal(
                    ErrorCodes.FUND_CHANNEL_CHANGED,
                    "The fund channel of " + code + " is of version " + version + ", not " + wanted.version() + ".",
                    "channel.version");
        }
        audit.add(
                new AuditLog.Change("putFundChannel", request.requestNo(), request.operator()),
                AuditLog.FUND_CHANNEL,
                code,
                before,
                after);
        publication.add(ConfigurationPublished.FUND_CHANNEL, code, after.version(), after);
        return after;
    }

    private static void check(FundChannelView channel) {
        Set<String> dimensions = new HashSet<>();
        for (QuotaLimitView quota : channel.quotas()) {
            if (!dimensions.add(quota.dimension())) {
                throw invalid("channel.quotas", "has two limits for " + quota.dimension());
            }
        }
        for (String hours : channel.openHours()) {
            if (hours.substring(0, hours.indexOf('-')).equals(hours.substring(hours.indexOf('-') + 1))) {
                throw invalid("channel.openHours", hours + " has no length; the whole day is 00:00-24:00");
            }
        }
        for (FundWindowView window : channel.windows()) {
            if (!window.closedFrom().isBefore(window.closedTo())) {
                throw invalid("channel.windows", window.closedFrom() + " is not before " + window.closedTo());
            }
        }
    }

    private static Refusal invalid(String field, String why) {
        return new Refusal(ErrorCodes.INVALID_REQUEST, field + " " + why, field);
    }
}

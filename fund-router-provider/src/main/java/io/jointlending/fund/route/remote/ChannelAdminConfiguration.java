package io.jointlending.fund.route.remote;

import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.support.configuration.KeptConfiguration;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.error.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks channel-admin-provider and hears its messages. While it is down, orders go on with what it said last, also after a restart
 * of this instance.
 */
public final class ChannelAdminConfiguration implements FundConfiguration {
    private static final Set<String> KINDS = Set.of(
            ConfigurationPublished.PRODUCT,
            ConfigurationPublished.SCHEME,
            ConfigurationPublished.INSTITUTION,
            ConfigurationPublished.FUND_CHANNEL);

    private final ChannelQueryService channels;
    private final FundChannelService fundChannels;
    private final KeptConfiguration kept;

    /** Asks by these contracts; the answers and the messages are kept together. */
    public ChannelAdminConfiguration(
            ChannelQueryService channels, FundChannelService fundChannels, KeptConfiguration kept) {
        this.channels = channels;
        this.fundChannels = fundChannels;
        this.kept = kept;
    }

    /** What channel-admin-provider publishes of what is used here. */
    public static Subscription<ConfigurationPublished> subscription(KeptConfiguration kept) {
        return kept.subscription("fund-router-configuration", KINDS);
    }

    @Override
    public List<String> schemesOf(String productCode) {
        return kept.get(
                        ConfigurationPublished.PRODUCT,
                        productCode,
                        ProductView.class,
                        ProductView::version,
                        () -> channels.findProduct(new CodeQuery(productCode)))
                .schemeCodes();
    }

    @Override
    public Optional<Scheme> scheme(String code) {
        return found(
                        ErrorCodes.SCHEME_NOT_FOUND,
                        () -> kept.get(
                                ConfigurationPublished.SCHEME,
                                code,
                                SchemeView.class,
                                view -> 1, // a scheme never changes
                                () -> channels.findScheme(new CodeQuery(code))))
                .map(ChannelAdminConfiguration::scheme);
    }

    @Override
    public Optional<FundChannel> channel(String institutionCode) {
        return found(
                        ErrorCodes.FUND_CHANNEL_NOT_FOUND,
                        () -> kept.get(
                                ConfigurationPublished.FUND_CHANNEL,
                                institutionCode,
                                FundChannelView.class,
                                FundChannelView::version,
                                () -> fundChannels.findFundChannel(new CodeQuery(institutionCode))))
                .map(view -> channel(view, enabled(institutionCode)));
    }

    private boolean enabled(String institutionCode) {
        return found(
                        ErrorCodes.INSTITUTION_NOT_FOUND,
                        () -> kept.get(
                                ConfigurationPublished.INSTITUTION,
                                institutionCode,
                                InstitutionView.class,
                                view -> view.version() == null ? 1 : view.version(),
                                () -> channels.findInstitution(new CodeQuery(institutionCode))))
                .filter(view -> view.status().equals(InstitutionView.ENABLED))
                .isPresent();
    }

    private static <V> Optional<V> found(ErrorCode none, Supplier<V> find) {
        try {
            return Optional.of(find.get());
        } catch (Refusal refusal) {
            if (refusal.code().equals(none)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Scheme scheme(SchemeView view) {
        return new Scheme(
                view.schemeCode(),
                view.shares().stream()
                        .sorted(Comparator.comparing(ShareView::seat))
                        .map(share -> new Scheme.Share(
                                share.seat(),
                                share.institutionCode(),
                                share.kind().equals(InstitutionView.EXTERNAL),
                                share.lead(),
                                share.shareBp(),
                                share.ownAnnualRate()))
                        .toList());
    }

    /** The channel of an institution that is disabled is closed, whatever it says itself. */
    private static FundChannel channel(FundChannelView view, boolean enabled) {
        return new FundChannel(
                view.institutionCode(),
                view.version(),
                !enabled || !view.status().equals(FundChannelView.OPEN),
                OpenHours.parse(view.openHours())
                        .orElseThrow(() -> new IllegalStateException("the fund channel of " + view.institutionCode()
                                + " has hours that nobody can read: " + view.openHours())),
                view.windows().stream()
                        .map(window -> new FundState.Closed(window.closedFrom(), window.closedTo()))
                        .toList(),
                view.quotas().stream()
                        .map(quota ->
                                new QuotaLimit(Dimension.valueOf(quota.dimension()), quota.limitFen(), quota.alarmBp()))
                        .toList(),
                hosts(view.hosts()));
    }

    /** A copy that was kept before there were hosts has none. */
    private static Set<String> hosts(@Nullable List<String> hosts) {
        return hosts == null ? Set.of() : new TreeSet<>(hosts);
    }
}

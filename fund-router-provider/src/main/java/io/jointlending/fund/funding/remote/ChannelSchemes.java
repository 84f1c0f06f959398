package io.jointlending.fund.funding.remote;

import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.fund.funding.domain.Scheme;
import io.jointlending.fund.funding.domain.Schemes;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.remote.Remote;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Ratio schemes asked from channel-admin-provider, kept for a few seconds. */
public final class ChannelSchemes implements Schemes {
    private static final String PRODUCT = "product";
    private static final String SCHEME = "scheme";

    private final ChannelQueryService channels;
    private final ConfigurationCache cache;

    /** The kinds of the cache are those of the notices that channel-admin-provider sends. */
    public ChannelSchemes(ChannelQueryService channels, ConfigurationCache cache) {
        this.channels = channels;
        this.cache = cache;
    }

    @Override
    public Scheme find(String productCode, @Nullable String askedSchemeCode) {
        return scheme(askedSchemeCode == null ? firstChoice(productCode) : askedSchemeCode);
    }

    private String firstChoice(String productCode) {
        ProductView product = cache.get(
                PRODUCT, productCode, () -> Remote.call(() -> channels.findProduct(new CodeQuery(productCode))));
        return product.schemeCodes().get(0);
    }

    private Scheme scheme(String code) {
        SchemeView view = cache.get(SCHEME, code, () -> Remote.call(() -> channels.findScheme(new CodeQuery(code))));
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
}

package io.jointlending.channel.admin;

import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.message.ConfigurationPublished;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One kind of entries of a configuration document.
 *
 * @param name as messages name it too
 * @param section of the document
 * @param entries of a document
 * @param code of an entry
 * @param canonical the content alone, in one form: without the version, which belongs to a platform
 * @param changeable whether a field of an entry that exists can be changed
 */
record ConfigurationKind<E>(
        String name,
        String section,
        Function<ConfigurationFileView, List<E>> entries,
        Function<E, String> code,
        UnaryOperator<E> canonical,
        Predicate<String> changeable) {
    private static final long NO_VERSION = 1;

    static final ConfigurationKind<InstitutionView> INSTITUTION = new ConfigurationKind<>(
            ConfigurationPublished.INSTITUTION,
            "institutions",
            ConfigurationFileView::institutions,
            InstitutionView::institutionCode,
            ConfigurationKind::of,
            "status"::equals);
    static final ConfigurationKind<SchemeView> SCHEME = new ConfigurationKind<>(
            ConfigurationPublished.SCHEME,
            "schemes",
            ConfigurationFileView::schemes,
            SchemeView::schemeCode,
            SchemeRules::canonical,
            field -> false);
    static final ConfigurationKind<ProductView> PRODUCT = new ConfigurationKind<>(
            ConfigurationPublished.PRODUCT,
            "products",
            ConfigurationFileView::products,
            ProductView::productCode,
            product -> ProductRules.canonical(product, NO_VERSION),
            "status"::equals);
    static final ConfigurationKind<FundChannelView> FUND_CHANNEL = new ConfigurationKind<>(
            ConfigurationPublished.FUND_CHANNEL,
            "fundChannels",
            ConfigurationFileView::fundChannels,
            FundChannelView::institutionCode,
            ConfigurationKind::content,
            field -> true);

    /** Canonical, by code. */
    List<E> inOrder(List<E> given) {
        return given.stream().map(canonical).sorted(Comparator.comparing(code)).toList();
    }

    private static FundChannelView content(FundChannelView channel) {
        return of(channel, NO_VERSION);
    }

    /** The content alone. */
    static InstitutionView of(InstitutionView institution) {
        return new InstitutionView(
                institution.institutionCode(),
                institution.name(),
                institution.kind(),
                institution.status(),
                NO_VERSION);
    }

    /** The content under a version, limits by dimension, hosts by name. */
    static FundChannelView of(FundChannelView channel, long version) {
        return new FundChannelView(
                channel.institutionCode(),
                channel.status(),
                channel.openHours(),
                channel.quotas().stream()
                        .sorted(Comparator.comparing(QuotaLimitView::dimension))
                        .toList(),
                channel.windows(),
                channel.hosts().stream().sorted().toList(),
                version);
    }
}

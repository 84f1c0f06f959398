package io.jointlending.channel.admin;

import static io.jointlending.api.channel.ConfigurationFileView.FORMAT;
import static io.jointlending.api.channel.ConfigurationFileView.FORMAT_VERSION;
import static io.jointlending.api.channel.ConfigurationFileView.MOST;

import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The configuration that is stored, as a document: canonical entries, each kind by code. */
public final class ConfigurationFiles {
    private static final int PAGE = 200;

    private final Institutions institutions;
    private final Schemes schemes;
    private final Products products;
    private final FundChannels fundChannels;

    /** Reads these stores. */
    public ConfigurationFiles(
            Institutions institutions, Schemes schemes, Products products, FundChannels fundChannels) {
        this.institutions = institutions;
        this.schemes = schemes;
        this.products = products;
        this.fundChannels = fundChannels;
    }

    /** Everything. */
    ConfigurationFileView all() {
        List<ProductView> found = new ArrayList<>();
        for (int page = 1; found.size() <= MOST; page++) {
            List<ProductView> next = products.page(page, PAGE);
            found.addAll(next);
            if (next.size() < PAGE) {
                break;
            }
        }
        return document(
                found,
                schemes.all(MOST + 1),
                institutions.all(MOST + 1),
                every(fundChannels.codes(MOST + 1), fundChannels::find));
    }

    /** These products with the schemes that may fund them, the institutions of those, and their fund channels. A0521. */
    ConfigurationFileView of(Collection<String> productCodes) {
        List<ProductView> found = new TreeSet<>(productCodes)
                .stream()
                        .map(code -> products.find(code)
                                .orElseThrow(() -> new Refusal(
                                        ErrorCodes.PRODUCT_NOT_FOUND,
                                        "No product has the code " + code + ".",
                                        "productCodes")))
                        .toList();
        List<SchemeView> used = every(codes(found, ProductView::schemeCodes), schemes::find);
        Collection<String> funders = codes(used, scheme -> scheme.shares().stream()
                .map(ShareView::institutionCode)
                .toList());
        return document(found, used, every(funders, institutions::find), every(funders, fundChannels::find));
    }

    private static ConfigurationFileView document(
            List<ProductView> products,
            List<SchemeView> schemes,
            List<InstitutionView> institutions,
            List<FundChannelView> fundChannels) {
        return new ConfigurationFileView(
                FORMAT,
                FORMAT_VERSION,
                few(ConfigurationKind.INSTITUTION.inOrder(institutions)),
                few(ConfigurationKind.SCHEME.inOrder(schemes)),
                few(ConfigurationKind.PRODUCT.inOrder(products)),
                few(ConfigurationKind.FUND_CHANNEL.inOrder(fundChannels)));
    }

    private static <E> List<E> few(List<E> entries) {
        if (entries.size() > MOST) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "productCodes must be given: there are more than " + MOST + " entries of a kind",
                    "productCodes");
        }
        return entries;
    }

    private static <E> Collection<String> codes(List<E> entries, Function<E, List<String>> named) {
        Collection<String> codes = new TreeSet<>();
        entries.forEach(entry -> codes.addAll(named.apply(entry)));
        return codes;
    }

    private static <E> List<E> every(Collection<String> codes, Function<String, Optional<E>> find) {
        return codes.stream().map(find).flatMap(Optional::stream).toList();
    }
}

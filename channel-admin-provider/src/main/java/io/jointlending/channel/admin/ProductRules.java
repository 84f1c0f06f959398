package io.jointlending.channel.admin;

import io.jointlending.api.channel.ProductOptionsView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/** What a product must fulfil beyond the formats of its fields. */
final class ProductRules {
    /** Digits after the point that the columns of rates keep. */
    static final int RATE_SCALE = 6;

    /** The road a product's status moves on, one step at a time. */
    private static final List<String> ROAD = List.of(ProductView.ON_SALE, ProductView.REPAY_ONLY, ProductView.OFFLINE);

    private ProductRules() {}

    /**
     * The content in the form in which it is stored: rates without trailing zeros, terms ascending, under the given
     * version.
     */
    static ProductView canonical(ProductView product, long version) {
        return new ProductView(
                product.productId(),
                product.productCode(),
                product.name(),
                product.status(),
                product.method(),
                product.annualRate().stripTrailingZeros(),
                product.rounding(),
                product.terms().stream().sorted().toList(),
                product.minAmountFen(),
                product.maxAmountFen(),
                product.penaltyDailyRate().stripTrailingZeros(),
                product.penaltyGraceDays(),
                product.schemeCodes(),
                options(product),
                version);
    }

    /** Refuses with A0400 a range upside down, a doubled term or scheme, interest-only installments that leave none with
     * principal, a rate above its own ceiling, and a rate finer than a millionth. */
    static void check(ProductView product) {
        if (product.minAmountFen() > product.maxAmountFen()) {
            throw invalid("product.minAmountFen", "must not be above product.maxAmountFen " + product.maxAmountFen());
        }
        if (new HashSet<>(product.terms()).size() != product.terms().size()) {
            throw invalid("product.terms", "must not name a term twice");
        }
        if (new HashSet<>(product.schemeCodes()).size() != product.schemeCodes().size()) {
            throw invalid("product.schemeCodes", "must not name a scheme twice");
        }
        ProductOptionsView options = options(product);
        if (product.terms().stream().anyMatch(term -> term <= options.interestOnlyInstallments())) {
            throw invalid("product.options.interestOnlyInstallments", "must be below every term of " + product.terms());
        }
        if (product.annualRate().compareTo(options.aprCeiling()) > 0) {
            throw invalid("product.annualRate", "must not be above the ceiling " + options.aprCeiling());
        }
        checkScale(product.annualRate(), "product.annualRate");
        checkScale(product.penaltyDailyRate(), "product.penaltyDailyRate");
    }

    private static ProductOptionsView options(ProductView product) {
        ProductOptionsView options = product.options();
        return options == null ? ProductOptionsView.DEFAULT : options;
    }

    /** True for one step along ON_SALE, REPAY_ONLY, OFFLINE in either direction. */
    static boolean oneStep(String from, String to) {
        return Math.abs(ROAD.indexOf(from) - ROAD.indexOf(to)) == 1;
    }

    private static void checkScale(BigDecimal rate, String field) {
        if (rate.stripTrailingZeros().scale() > RATE_SCALE) {
            throw invalid(field, "must not have more than " + RATE_SCALE + " digits after the point");
        }
    }

    private static Refusal invalid(String field, String rule) {
        return new Refusal(ErrorCodes.INVALID_REQUEST, field + " " + rule, field);
    }
}

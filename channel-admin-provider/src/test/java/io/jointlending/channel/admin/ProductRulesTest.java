package io.jointlending.channel.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.ProductOptionsView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.support.error.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductRulesTest {
    @ParameterizedTest
    @CsvSource({
        "ON_SALE, REPAY_ONLY, true",
        "REPAY_ONLY, OFFLINE, true",
        "OFFLINE, REPAY_ONLY, true",
        "REPAY_ONLY, ON_SALE, true",
        "ON_SALE, OFFLINE, false",
        "OFFLINE, ON_SALE, false",
        "ON_SALE, ON_SALE, false",
        "OFFLINE, OFFLINE, false"
    })
    void a_status_moves_one_step(String from, String to, boolean allowed) {
        assertThat(ProductRules.oneStep(from, to)).isEqualTo(allowed);
    }

    @Test
    void the_smallest_loan_is_not_above_the_largest() {
        ProductRules.check(product(100, 100, "0.18", List.of(3, 6), List.of("S1", "S2")));
        refuses(product(101, 100, "0.18", List.of(3), List.of("S1")), "product.minAmountFen");
    }

    @Test
    void a_term_or_scheme_is_named_once() {
        refuses(product(1, 100, "0.18", List.of(3, 3), List.of("S1")), "product.terms");
        refuses(product(1, 100, "0.18", List.of(3), List.of("S1", "S1")), "product.schemeCodes");
    }

    @Test
    void a_rate_finer_than_a_millionth_is_refused_instead_of_rounded() {
        ProductRules.check(product(1, 100, "0.1800000000", List.of(3), List.of("S1")));
        refuses(product(1, 100, "0.1800001", List.of(3), List.of("S1")), "product.annualRate");
    }

    @Test
    void options_leave_an_installment_with_principal_and_a_rate_below_the_ceiling() {
        refuses(product(1, 100, "0.25", List.of(3), List.of("S1")), "product.annualRate");
        ProductView product = product(1, 100, "0.18", List.of(3, 6), List.of("S1"));
        ProductOptionsView none = ProductOptionsView.DEFAULT;
        ProductOptionsView interestOnly = new ProductOptionsView(
                none.dayCount(),
                none.installmentMultipleFen(),
                3,
                none.repaymentDay(),
                none.installmentFeeRate(),
                none.aprCeiling(),
                none.penaltyBase(),
                none.penaltyCapRate(),
                none.waterfall(),
                none.payOffFeeRate(),
                none.backDatingDays(),
                none.creditReturn());
        refuses(with(product, interestOnly), "product.options.interestOnlyInstallments");
    }

    private static ProductView with(ProductView product, ProductOptionsView options) {
        return new ProductView(
                product.productId(),
                product.productCode(),
                product.name(),
                product.status(),
                product.method(),
                product.annualRate(),
                product.rounding(),
                product.terms(),
                product.minAmountFen(),
                product.maxAmountFen(),
                product.penaltyDailyRate(),
                product.penaltyGraceDays(),
                product.schemeCodes(),
                options,
                product.version());
    }

    @Test
    void the_same_content_in_other_words_is_the_same() {
        assertThat(ProductRules.canonical(product(1, 100, "0.180", List.of(6, 3), List.of("S1")), 1))
                .isEqualTo(ProductRules.canonical(product(1, 100, "0.18", List.of(3, 6), List.of("S1")), 1));
    }

    static ProductView product(long min, long max, String rate, List<Integer> terms, List<String> schemes) {
        return new ProductView(
                900,
                "LOAN-TEST",
                "Test loan",
                ProductView.ON_SALE,
                "EQUAL_INSTALLMENT",
                new BigDecimal(rate),
                "HALF_UP",
                terms,
                min,
                max,
                new BigDecimal("0.0005"),
                3,
                schemes,
                null,
                1L);
    }

    private static void refuses(ProductView product, String field) {
        assertThatThrownBy(() -> ProductRules.check(product))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0400");
                    assertThat(refused.field()).isEqualTo(field);
                });
    }
}

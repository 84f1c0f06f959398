package io.jointlending.channel.admin;

import static io.jointlending.channel.admin.ProductRulesTest.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.channel.FundChannelView;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.QuotaLimitView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.support.error.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationComparisonTest {
    private static final InstitutionView BANK = new InstitutionView("BANK-A", "Bank A", "EXTERNAL", "ENABLED");
    private static final ProductView PRODUCT = product(100, 900, "0.18", List.of(3, 6), List.of("S1"));
    private static final FundChannelView CHANNEL =
            channel("OPEN", 7, new QuotaLimitView("DAY", 500L, 9000), new QuotaLimitView("BALANCE", 900L, 9000));

    @Test
    void equal_content_has_no_difference_whatever_its_order_zeros_and_versions() {
        FundChannelView other =
                channel("OPEN", 1, new QuotaLimitView("BALANCE", 900L, 9000), new QuotaLimitView("DAY", 500L, 9000));
        ProductView zeros = product(100, 900, "0.1800", List.of(6, 3), List.of("S1"));
        assertThat(compare(
                        document(List.of(BANK), List.of(scheme("0.150")), List.of(PRODUCT), List.of(CHANNEL)),
                        document(List.of(BANK), List.of(scheme("0.15")), List.of(zeros), List.of(other))))
                .isEmpty();
    }

    @Test
    void a_difference_names_the_field_and_both_values_and_says_whether_it_can_be_changed() {
        ProductView repayOnly = new ProductView(
                PRODUCT.productId(),
                PRODUCT.productCode(),
                PRODUCT.name(),
                ProductView.REPAY_ONLY,
                PRODUCT.method(),
                new BigDecimal("0.19"),
                PRODUCT.rounding(),
                List.of(3),
                PRODUCT.minAmountFen(),
                PRODUCT.maxAmountFen(),
                PRODUCT.penaltyDailyRate(),
                PRODUCT.penaltyGraceDays(),
                PRODUCT.schemeCodes(),
                PRODUCT.options(),
                5L);
        FundChannelView other = channel("OPEN", 1, new QuotaLimitView("DAY", 501L, 9000));
        assertThat(compare(
                        document(List.of(BANK), List.of(), List.of(PRODUCT), List.of(CHANNEL)),
                        document(List.of(), List.of(scheme("0.15")), List.of(repayOnly), List.of(other))))
                .containsExactly(
                        "ONLY_HERE institution BANK-A null",
                        "ADD scheme S1 null",
                        "CHANGE product LOAN-TEST status \"ON_SALE\" \"REPAY_ONLY\"",
                        "FIXED product LOAN-TEST annualRate 0.18 0.19",
                        "FIXED product LOAN-TEST terms[1] 6 null",
                        "CHANGE fund-channel BANK-A quotas[0].dimension \"BALANCE\" \"DAY\"",
                        "CHANGE fund-channel BANK-A quotas[0].limitFen 900 501",
                        "CHANGE fund-channel BANK-A quotas[1] "
                                + "{\"dimension\":\"DAY\",\"limitFen\":500,\"alarmBp\":9000} null");
    }

    @Test
    void what_is_left_to_import_are_the_entries_that_are_not_here_or_not_so() {
        ConfigurationFileView here = document(List.of(BANK), List.of(), List.of(PRODUCT), List.of());
        InstitutionView more = new InstitutionView("BANK-B", "Bank B", "EXTERNAL", "ENABLED");
        ConfigurationComparison comparison = new ConfigurationComparison(
                here, document(List.of(more, BANK), List.of(), List.of(PRODUCT), List.of(CHANNEL)));
        assertThat(comparison.toImport().institutions()).containsExactly(more);
        assertThat(comparison.toImport().products()).isEmpty();
        assertThat(comparison.toImport().fundChannels()).hasSize(1);
        assertThat(comparison.applicable()).hasSize(2);
        assertThat(comparison.fixed()).isEmpty();
    }

    @Test
    void a_document_that_names_an_entry_twice_is_refused() {
        ConfigurationFileView here = document(List.of(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> new ConfigurationComparison(
                        here, document(List.of(BANK, BANK), List.of(), List.of(), List.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code().code()).isEqualTo("A0400");
                    assertThat(refusal.field()).isEqualTo("file.institutions");
                    assertThat(refusal).hasMessageContaining("BANK-A");
                });
    }

    private static List<String> compare(ConfigurationFileView here, ConfigurationFileView there) {
        return new ConfigurationComparison(here, there)
                .differences().stream()
                        .map(one -> one.change() + " " + one.kind() + " " + one.code() + " " + one.field()
                                + (one.field() == null ? "" : " " + one.here() + " " + one.there()))
                        .toList();
    }

    private static ConfigurationFileView document(
            List<InstitutionView> institutions,
            List<SchemeView> schemes,
            List<ProductView> products,
            List<FundChannelView> fundChannels) {
        return new ConfigurationFileView(
                ConfigurationFileView.FORMAT,
                ConfigurationFileView.FORMAT_VERSION,
                institutions,
                schemes,
                products,
                fundChannels);
    }

    private static SchemeView scheme(String ownRate) {
        return new SchemeView(
                "S1",
                "Scheme",
                List.of(
                        new ShareView(2, "OWN", "SELF", 3000, true, null),
                        new ShareView(1, "BANK-A", "EXTERNAL", 7000, false, new BigDecimal(ownRate))));
    }

    private static FundChannelView channel(String status, long version, QuotaLimitView... quotas) {
        return new FundChannelView(
                "BANK-A", status, List.of("00:00-24:00"), List.of(quotas), List.of(), List.of(), version);
    }
}

package io.jointlending.channel.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.support.error.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeRulesTest {
    private static final List<InstitutionView> KNOWN = List.of(
            new InstitutionView("BANK-A", "Bank A", "EXTERNAL", "ENABLED"),
            new InstitutionView("OWN", "Own", "SELF", "ENABLED"));

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/scheme/whole.csv", numLinesToSkip = 1)
    void a_scheme_is_whole_as_the_case_says(String shares, String refusal) {
        SchemeView scheme = SchemeRules.canonical(scheme(shares));
        if (refusal.equals("-")) {
            SchemeRules.checkWhole(scheme);
            return;
        }
        assertThatThrownBy(() -> SchemeRules.checkWhole(scheme))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0529");
                    assertThat(refused.field()).isEqualTo("scheme.shares");
                    assertThat(refused.getMessage()).contains(refusal);
                });
    }

    @Test
    void the_lead_has_no_rate_of_its_own() {
        assertThatThrownBy(() -> SchemeRules.checkWhole(rated(null, "0.09")))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0535");
                    assertThat(refused.getMessage()).contains("OWN", "0.09");
                });
        assertThatThrownBy(() -> SchemeRules.checkWhole(rated("0.0900001", null)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> assertThat(refused.code().code()).isEqualTo("A0400"));
        SchemeRules.checkWhole(rated("0.09", null));
    }

    @ParameterizedTest
    @CsvSource({"0.09, 0.06, 0.063", "0.257143, 0.18, 0.1800001"})
    void rates_that_take_more_than_the_borrower_pays_are_refused(String own, String product, String taken) {
        assertThatThrownBy(() -> SchemeRules.checkLeadPaid(rated(own, null), new BigDecimal(product)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0536");
                    assertThat(refused.field()).isEqualTo("product.schemeCodes");
                    assertThat(refused.getMessage()).contains(taken, product);
                });
    }

    @ParameterizedTest
    @CsvSource({"0.09, 0.063", "0.06, 0.06", "0.2571428, 0.18", "0, 0"})
    void rates_that_leave_the_lead_nothing_or_more_are_allowed(String own, String product) {
        SchemeRules.checkLeadPaid(rated(own, null), new BigDecimal(product));
    }

    private static SchemeView rated(@Nullable String bank, @Nullable String lead) {
        List<ShareView> shares = scheme("1 BANK-A 7000; 2 OWN 3000 lead").shares();
        return new SchemeView("S", "Scheme", List.of(withRate(shares.get(0), bank), withRate(shares.get(1), lead)));
    }

    private static ShareView withRate(ShareView share, @Nullable String rate) {
        return new ShareView(
                share.seat(),
                share.institutionCode(),
                share.kind(),
                share.shareBp(),
                share.lead(),
                rate == null ? null : new BigDecimal(rate));
    }

    @Test
    void an_unknown_institution_is_named() {
        assertThatThrownBy(() -> SchemeRules.checkInstitutions(scheme("1 BANK-X 7000; 2 OWN 3000 lead"), KNOWN))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0527");
                    assertThat(refused.getMessage()).contains("BANK-X");
                });
    }

    @Test
    void a_share_has_the_kind_of_its_institution() {
        SchemeRules.checkInstitutions(scheme("1 BANK-A 7000; 2 OWN 3000 lead"), KNOWN);
        List<InstitutionView> otherKind =
                List.of(new InstitutionView("BANK-A", "Bank A", "SELF", "ENABLED"), KNOWN.get(1));
        assertThatThrownBy(() -> SchemeRules.checkInstitutions(scheme("1 BANK-A 7000; 2 OWN 3000 lead"), otherKind))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> assertThat(refused.code().code()).isEqualTo("A0400"));
    }

    /** Shares written as {@code seat institution bp [lead]; …}; OWN is SELF, all others are EXTERNAL. */
    static SchemeView scheme(String shares) {
        return new SchemeView(
                "S",
                "Scheme",
                Arrays.stream(shares.split(";", -1))
                        .map(share -> share.trim().split(" ", -1))
                        .map(word -> new ShareView(
                                Integer.valueOf(word[0]),
                                word[1],
                                word[1].equals("OWN") ? "SELF" : "EXTERNAL",
                                Integer.valueOf(word[2]),
                                word.length > 3,
                                null))
                        .toList());
    }
}

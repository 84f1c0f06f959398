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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SchemeRulesTest {
    private static final List<InstitutionView> KNOWN = List.of(
            new InstitutionView("BANK-A", "Bank A", "EXTERNAL", "ENABLED"),
            new InstitutionView("OWN", "Own", "SELF", "ENABLED"));

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/scheme/whole.csv", numLinesToSkip = 1)
    void a_scheme_is_whole_as_the_case_says(String shares, String refusal) {
        SchemeView scheme = SchemeRules.inSeatOrder(scheme(shares));
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
    void a_rate_of_its_own_is_refused_with_the_institution() {
        List<ShareView> shares = scheme("1 BANK-A 7000; 2 OWN 3000 lead").shares();
        ShareView bank = shares.get(0);
        ShareView withRate = new ShareView(
                bank.seat(), bank.institutionCode(), bank.kind(), bank.shareBp(), bank.lead(), new BigDecimal("0.09"));
        assertThatThrownBy(
                        () -> SchemeRules.checkWhole(new SchemeView("S", "Scheme", List.of(withRate, shares.get(1)))))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.code().code()).isEqualTo("A0535");
                    assertThat(refused.getMessage()).contains("BANK-A", "0.09");
                });
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

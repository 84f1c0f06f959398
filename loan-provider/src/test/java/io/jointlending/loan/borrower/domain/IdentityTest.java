package io.jointlending.loan.borrower.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class IdentityTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/identity/masks.csv", numLinesToSkip = 1)
    @SuppressWarnings("TooManyParameters") // the columns of the table
    void is_shown_masked(
            String name,
            String idNumber,
            String mobile,
            String card,
            String maskedName,
            String maskedId,
            String maskedMobile,
            String maskedCard) {
        assertThat(new Identity(name, idNumber, mobile, card).masked())
                .isEqualTo(new MaskedIdentity(maskedName, maskedId, maskedMobile, maskedCard));
    }

    @Test
    void says_nothing_of_itself() {
        assertThat(new Identity("测试", "110101190001010001", "10000000001", "6222000000000001"))
                .hasToString("Identity[***]");
    }
}

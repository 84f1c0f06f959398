package io.jointlending.loan.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.loan.memory.InMemoryMasterOrders;
import io.jointlending.loan.memory.SettableChannels;
import io.jointlending.loan.memory.SettableProducts;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.InMemoryCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SubmissionRulesTest {
    private final SettableProducts products = new SettableProducts();
    private final SubmitLoan submit = new SubmitLoan(
            InMemoryCommands.create(),
            products,
            new SettableChannels(),
            OrderNumbers.inMemory(),
            BusinessCalendar.fixed(LocalDate.of(2026, 1, 31)),
            new InMemoryMasterOrders());

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/submit/rules.csv", numLinesToSkip = 1)
    @SuppressWarnings("TooManyParameters") // the columns of the table
    void names_the_first_broken_rule(
            boolean onSale,
            String productCode,
            long amountFen,
            int installments,
            @Nullable String schemeCode,
            @Nullable String code,
            @Nullable String field,
            String story) {
        products.set(onSale);
        SubmitLoanRequest request =
                new SubmitLoanRequest("R-1", "B-1", productCode, schemeCode, amountFen, installments);
        if (code == null) {
            assertThat(submit.run(request).schemeCode()).as(story).isEqualTo(schemeCode);
            return;
        }
        assertThatThrownBy(() -> submit.run(request)).as(story).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code().code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}

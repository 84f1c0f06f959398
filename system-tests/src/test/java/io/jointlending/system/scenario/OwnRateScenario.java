package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.channel.CodeQuery;
import io.jointlending.api.channel.CreateProductRequest;
import io.jointlending.api.channel.CreateSchemeRequest;
import io.jointlending.api.channel.ProductView;
import io.jointlending.api.channel.SchemeView;
import io.jointlending.api.channel.ShareView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.SubLedgerView;
import io.jointlending.system.client.Borrowing;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bank that funds 70 % at 14.4 % of its own of a loan at 18 %: from the scheme to the last fen. */
@ExtendWith(OnPlatform.class)
final class OwnRateScenario {
    private static final String SCHEME = "OWN-RATE-70-30";
    private static final String PRODUCT = "LOAN-OWN-RATE";
    private static final long AMOUNT_FEN = 29_122;

    private final Platform platform;

    OwnRateScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_bank_gets_its_rate_and_the_lead_what_is_left() {
        scheme(SCHEME, "0.144");
        scheme("OWN-RATE-TOO-HIGH", "0.27");
        ProductView like = platform.calls()
                .once("product", platform.services().channels()::findProduct, new CodeQuery("LOAN-OWNER-HEXINHOUSE-A"));
        assertThat(platform.services()
                        .channelCommands()
                        .createProduct(product(like, "OWN-RATE-TOO-HIGH"))
                        .code())
                .isEqualTo(ErrorCodes.OWN_RATES_TOO_HIGH.code());
        platform.calls().twice("product", platform.services().channelCommands()::createProduct, product(like, SCHEME));

        Borrowing borrower = platform.borrower();
        borrower.activate(50_000);
        String orderNo = borrower.submit(PRODUCT, SCHEME, AMOUNT_FEN, 3).orderNo();
        borrower.loanOut(orderNo);
        borrower.paid(orderNo, AMOUNT_FEN);
        platform.awaitSubOrders(orderNo);

        // the plan is 9563 + 437, 9707 + 293, 9852 + 148; the bank's balances 20385, 13691, 6896 at 1.2 % a month
        assertThat(interests(orderNo, "BANK-A")).containsExactly(245L, 164L, 83L);
        assertThat(interests(orderNo, "SMALL-LOAN")).containsExactly(192L, 129L, 65L);

        borrower.repay(orderNo, 100, 1);
        borrower.repay(orderNo, platform.owed(orderNo), 2);
        platform.awaitStatus(orderNo, 90);
        assertThat(platform.ledger(orderNo).subLedgers()).allSatisfy(sub -> assertThat(sub.installments())
                .allSatisfy(one -> assertThat(one.settled()).isEqualTo(one.due())));
    }

    private List<Long> interests(String orderNo, String institutionCode) {
        SubLedgerView sub = platform.ledger(orderNo).subLedgers().stream()
                .filter(one -> one.institutionCode().equals(institutionCode))
                .findFirst()
                .orElseThrow();
        return sub.installments().stream().map(one -> one.due().interestFen()).toList();
    }

    private void scheme(String code, String rate) {
        SchemeView scheme = new SchemeView(
                code,
                "A bank with a rate of its own",
                List.of(
                        new ShareView(1, "BANK-A", "EXTERNAL", 7_000, false, new BigDecimal(rate)),
                        new ShareView(2, "SMALL-LOAN", "SELF", 3_000, true, null)));
        platform.calls()
                .twice(
                        "scheme " + code,
                        platform.services().channelCommands()::createScheme,
                        new CreateSchemeRequest(platform.number("scheme"), scheme, "tester"));
    }

    private CreateProductRequest product(ProductView like, String scheme) {
        return new CreateProductRequest(
                platform.number("product"),
                new ProductView(
                        951,
                        PRODUCT,
                        "A bank with a rate of its own",
                        like.status(),
                        like.method(),
                        like.annualRate(),
                        like.rounding(),
                        like.terms(),
                        like.minAmountFen(),
                        like.maxAmountFen(),
                        like.penaltyDailyRate(),
                        like.penaltyGraceDays(),
                        List.of(scheme),
                        like.options(),
                        like.version()),
                "tester");
    }
}

package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.system.client.Borrowing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be done is refused with its code and field, and leaves no trace in any table. */
@ExtendWith(OnPlatform.class)
final class BadInputScenario {
    private static final String PRODUCT = "LOAN-OWNER-HEXINHOUSE-A";
    private static final String UNKNOWN_ORDER = "2601019999999999990001";

    private final Platform platform;
    private Borrowing borrower;

    BadInputScenario(Platform platform) {
        this.platform = platform;
        this.borrower = platform.borrower();
    }

    @BeforeEach
    void another_borrower() {
        borrower = platform.borrower();
    }

    @Test
    void an_order_of_an_unknown_product() {
        refusedOrder("NO-SUCH-PRODUCT", null, 29_122, 3, ErrorCodes.PRODUCT_NOT_FOUND, "productCode");
    }

    @Test
    void an_order_of_a_product_that_only_takes_repayments() {
        refusedOrder("LOAN-OWNER-HEXINHOUSE-D", null, 29_122, 3, ErrorCodes.PRODUCT_NOT_ON_SALE, "productCode");
    }

    @Test
    void an_order_of_nothing_or_less() {
        refusedOrder(PRODUCT, null, 0, 3, ErrorCodes.INVALID_REQUEST, "amountFen");
        refusedOrder(PRODUCT, null, -1, 3, ErrorCodes.INVALID_REQUEST, "amountFen");
    }

    @Test
    void an_order_outside_the_range_of_the_product() {
        refusedOrder(PRODUCT, null, 9_999, 3, ErrorCodes.AMOUNT_OUT_OF_RANGE, "amountFen");
        refusedOrder(PRODUCT, null, 20_000_001, 3, ErrorCodes.AMOUNT_OUT_OF_RANGE, "amountFen");
    }

    @Test
    void an_order_with_a_term_that_is_not_offered() {
        refusedOrder(PRODUCT, null, 29_122, 4, ErrorCodes.TERM_NOT_OFFERED, "installments");
    }

    @Test
    void an_order_with_a_scheme_that_does_not_fund_the_product() {
        refusedOrder("LOAN-OWNER-HEXINHOUSE-C", "JOINT-80-20", 29_122, 3, ErrorCodes.SCHEME_NOT_OFFERED, "schemeCode");
    }

    @Test
    void a_loan_out_of_a_borrower_who_is_not_activated() {
        String orderNo = borrower.submit(PRODUCT, null, 29_122, 3).orderNo();
        refusedLoanOut(orderNo, ErrorCodes.BORROWER_NOT_ACTIVATED);
        assertThat(platform.order(orderNo).status()).isEqualTo(10);
    }

    @Test
    void a_loan_out_beyond_the_credit_line() {
        borrower.activate(29_121);
        String orderNo = borrower.submit(PRODUCT, null, 29_122, 3).orderNo();
        refusedLoanOut(orderNo, ErrorCodes.CREDIT_INSUFFICIENT);
        assertThat(platform.order(orderNo).status()).isEqualTo(10);
        assertThat(platform.count("SELECT COUNT(*) FROM loan.credit_flow WHERE borrower_no = ?", borrower.borrowerNo()))
                .isZero();
    }

    @Test
    void a_loan_out_of_an_unknown_order() {
        refusedLoanOut(UNKNOWN_ORDER, ErrorCodes.ORDER_NOT_FOUND);
    }

    @Test
    void a_payment_result_of_another_amount() {
        borrower.activate(50_000);
        String orderNo = borrower.submit(PRODUCT, null, 29_122, 3).orderNo();
        borrower.loanOut(orderNo);
        String requestNo = platform.number("paid");
        var answer = platform.services()
                .payments()
                .onResult(new PaymentResultRequest(requestNo, orderNo, requestNo, "SUCCESS", 29_121L));
        assertRefused(answer, ErrorCodes.PAYMENT_AMOUNT_DIFFERS, "amountFen", requestNo);
        assertThat(platform.order(orderNo).status()).isEqualTo(30);
    }

    @Test
    void a_repayment_of_an_unknown_order() {
        String requestNo = platform.number("repay");
        var answer = repayments().repay(new RepayRequest(requestNo, UNKNOWN_ORDER, 100L, requestNo, null, null));
        assertRefused(answer, ErrorCodes.LEDGER_NOT_FOUND, "orderNo", requestNo);
    }

    @Test
    void a_repayment_without_a_payment_reference_or_with_a_bad_amount() {
        String orderNo = activeOrder();
        for (String reference : List.of("", " ", "no spaces allowed")) {
            String requestNo = platform.number("repay");
            var answer = repayments().repay(new RepayRequest(requestNo, orderNo, 100L, reference, null, null));
            assertRefused(answer, ErrorCodes.INVALID_REQUEST, "paymentReference", requestNo);
        }
        for (long amount : new long[] {0, -100, 100_000_000_001L}) {
            String requestNo = platform.number("repay");
            var answer = repayments().repay(new RepayRequest(requestNo, orderNo, amount, requestNo, null, null));
            assertRefused(answer, ErrorCodes.INVALID_REQUEST, "amountFen", requestNo);
        }
        assertThat(repaymentsOf(orderNo)).isZero();
    }

    @Test
    void a_repayment_whose_receipt_is_already_booked_on_this_or_another_order() {
        String orderNo = activeOrder();
        String receipt = platform.number("receipt");
        String first = platform.number("repay");
        assertThat(repayments()
                        .repay(new RepayRequest(first, orderNo, 100L, receipt, null, null))
                        .success())
                .isTrue();
        String other = activeOrder();
        for (String order : List.of(orderNo, other)) {
            String requestNo = platform.number("repay");
            var answer = repayments().repay(new RepayRequest(requestNo, order, 100L, receipt, null, null));
            assertRefused(answer, ErrorCodes.PAYMENT_ALREADY_BOOKED, "paymentReference", requestNo);
        }
        assertThat(repaymentsOf(orderNo)).isEqualTo(1);
        assertThat(repaymentsOf(other)).isZero();
    }

    @Test
    void a_repayment_with_a_quote_that_is_no_longer_current() {
        String orderNo = activeOrder();
        String token = platform.calls()
                .once("quote", repayments()::quote, new io.jointlending.api.repayment.QuoteRequest(orderNo))
                .quoteToken();
        borrower.repay(orderNo, 100, 1);
        String requestNo = platform.number("repay");
        var answer = repayments().repay(new RepayRequest(requestNo, orderNo, 100L, requestNo, token, null));
        assertRefused(answer, ErrorCodes.RETRIAL, "quoteToken", requestNo);
        assertThat(repaymentsOf(orderNo)).isEqualTo(1);
    }

    @Test
    void a_request_number_that_was_used_with_another_body() {
        String orderNo = activeOrder();
        String requestNo = platform.number("repay");
        var request = new RepayRequest(requestNo, orderNo, 100L, requestNo, null, null);
        var answered = repayments().repay(request);
        assertThat(answered.success()).isTrue();
        var changed = repayments().repay(new RepayRequest(requestNo, orderNo, 101L, requestNo, null, null));
        assertThat(changed.code()).isEqualTo(ErrorCodes.REQUEST_BODY_CHANGED.code());
        assertThat(changed.field()).isEqualTo("requestNo");
        assertThat(repayments().repay(request).data()).isEqualTo(answered.data());
        assertThat(repaymentsOf(orderNo)).isEqualTo(1);
    }

    private String activeOrder() {
        Borrowing one = platform.borrower();
        one.activate(50_000);
        String orderNo = one.submit(PRODUCT, "JOINT-70-30", 29_122, 3).orderNo();
        one.loanOut(orderNo);
        one.paid(orderNo, 29_122);
        borrower = one;
        return orderNo;
    }

    private void refusedOrder(
            String product, @Nullable String scheme, long amountFen, int installments, ErrorCode code, String field) {
        String requestNo = platform.number("submit");
        var answer = platform.services()
                .loans()
                .submit(new SubmitLoanRequest(
                        requestNo, borrower.borrowerNo(), product, scheme, amountFen, installments));
        assertRefused(answer, code, field, requestNo);
        assertThat(platform.count("SELECT COUNT(*) FROM loan.loan_order WHERE borrower_no = ?", borrower.borrowerNo()))
                .isZero();
    }

    private void refusedLoanOut(String orderNo, ErrorCode code) {
        String requestNo = platform.number("loanout");
        var answer = platform.services().loans().loanOut(new LoanOutRequest(requestNo, orderNo, null));
        assertRefused(answer, code, null, requestNo);
        assertThat(platform.count("SELECT COUNT(*) FROM loan.loan_request WHERE order_no = ?", orderNo))
                .isZero();
        assertThat(platform.count("SELECT COUNT(*) FROM loan.plan_installment WHERE order_no = ?", orderNo))
                .isZero();
    }

    private void assertRefused(RpcResult<?> answer, ErrorCode code, @Nullable String field, String requestNo) {
        assertThat(answer.code()).as("%s", answer).isEqualTo(code.code());
        if (field != null) {
            assertThat(answer.field()).as("%s", answer).isEqualTo(field);
        }
        assertThat(answer.data()).isNull();
        assertThat(answer.requestId()).as("%s", answer).isNotBlank();
        for (String schema : List.of("loan", "repayment")) {
            assertThat(platform.count(
                            "SELECT COUNT(*) FROM " + schema + ".idempotent_command WHERE request_no = ?", requestNo))
                    .as("a refusal is not stored")
                    .isZero();
        }
    }

    private long repaymentsOf(String orderNo) {
        return platform.count("SELECT COUNT(*) FROM repayment.ledger_event WHERE order_no = ?", orderNo);
    }

    private RepaymentService repayments() {
        return platform.services().repayments();
    }
}

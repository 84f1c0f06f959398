package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.api.loan.SandboxPaymentRequest;
import io.jointlending.system.client.Borrowing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The payment system reports late, never, twice, or the contrary of what it said before. */
@ExtendWith(OnPlatform.class)
final class PaymentResultScenario {
    private static final long AMOUNT_FEN = 29_122;

    private final Platform platform;

    PaymentResultScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_callback_that_never_comes_is_replaced_by_a_question() {
        Borrowing borrower = platform.borrower();
        String orderNo = waiting(borrower);
        platform.calls()
                .once(
                        "sandbox",
                        platform.services().sandboxPayments()::setAnswer,
                        new SandboxPaymentRequest(orderNo, "SUCCESS", 0));
        platform.awaitStatus(orderNo, 40);
        assertThat(platform.awaitSubOrders(orderNo).subOrders()).hasSize(2);
        assertThat(platform.count(
                        "SELECT COUNT(*) FROM loan.state_log WHERE order_no = ? AND to_status = 40"
                                + " AND cause = 'PAYMENT_QUERY'",
                        orderNo))
                .isEqualTo(1);
    }

    @Test
    void a_failed_payment_gives_the_credit_back_and_nobody_funds() {
        Borrowing borrower = platform.borrower();
        String orderNo = waiting(borrower);
        PaymentResultView failed = report(orderNo, "FAILED", platform.number("payment"));
        assertThat(failed.status()).isEqualTo(50);
        assertThat(creditInUse(borrower)).isZero();
        assertThat(platform.count("SELECT COUNT(*) FROM fund_router.funding WHERE order_no = ?", orderNo))
                .isZero();
    }

    @Test
    void the_contrary_of_an_earlier_result_changes_nothing_and_is_written_down() {
        Borrowing borrower = platform.borrower();
        String orderNo = waiting(borrower);
        String paymentNo = platform.number("payment");
        assertThat(report(orderNo, "SUCCESS", paymentNo).effect()).isEqualTo(PaymentResultView.APPLIED);
        assertThat(report(orderNo, "SUCCESS", paymentNo).effect()).isEqualTo(PaymentResultView.REPEATED);

        var contrary = platform.services()
                .payments()
                .onResult(new PaymentResultRequest(platform.number("paid"), orderNo, paymentNo, "FAILED", AMOUNT_FEN));
        assertThat(contrary.code()).isEqualTo(ErrorCodes.PAYMENT_RESULT_CONTRADICTS.code());
        assertThat(platform.order(orderNo).status()).isEqualTo(40);
        assertThat(creditInUse(borrower)).isEqualTo(AMOUNT_FEN);
        assertThat(platform.count(
                        "SELECT COUNT(*) FROM loan.payment_discrepancy WHERE order_no = ? AND result = 'FAILED'",
                        orderNo))
                .isEqualTo(1);
    }

    private String waiting(Borrowing borrower) {
        borrower.activate(50_000);
        String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", AMOUNT_FEN, 3)
                .orderNo();
        borrower.loanOut(orderNo);
        return orderNo;
    }

    private PaymentResultView report(String orderNo, String result, String paymentNo) {
        return platform.calls()
                .once(
                        "payment result",
                        platform.services().payments()::onResult,
                        new PaymentResultRequest(platform.number("paid"), orderNo, paymentNo, result, AMOUNT_FEN));
    }

    private long creditInUse(Borrowing borrower) {
        return platform.count(
                "SELECT reserved_fen + used_fen FROM loan.credit_line WHERE borrower_no = ?", borrower.borrowerNo());
    }
}

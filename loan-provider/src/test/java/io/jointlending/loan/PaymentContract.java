package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.AMOUNT;
import static io.jointlending.loan.LoanSetting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.application.FindActivation;
import io.jointlending.loan.order.application.FindPlan;
import io.jointlending.support.payment.PaymentAnswer;
import org.junit.jupiter.api.Test;

/** What payment results do, whatever the stores are: in memory and in MySQL. */
abstract class PaymentContract {
    /** A world with empty stores, the same one during a test. */
    abstract LoanSetting setting();

    @Test
    void a_success_activates_the_order_uses_the_credit_and_tells_the_fund_side_once() {
        String orderNo = paidOut();
        refused(() -> new FindActivation(world().stores().orders()).run(orderNo), ErrorCodes.ORDER_STATE, "orderNo");
        PaymentResultRequest request = new PaymentResultRequest(world().requestNo(), orderNo, "P-1", "SUCCESS", AMOUNT);
        PaymentResultView applied = new PaymentResultView(orderNo, 40, PaymentResultView.APPLIED);
        assertThat(world().report(request)).isEqualTo(applied);
        assertThat(world().report(request)).as("the same request again").isEqualTo(applied);
        assertThat(world().report(orderNo, "P-1", "SUCCESS", AMOUNT))
                .as("the same result under another number")
                .isEqualTo(new PaymentResultView(orderNo, 40, PaymentResultView.REPEATED));
        assertThat(world().borrower("B-1").creditReservedFen()).isZero();
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT);
        MasterOrderActivated activation = new FindActivation(world().stores().orders()).run(orderNo);
        assertThat(setting().told(orderNo)).containsExactly(activation);
        assertThat(activation.penaltyDailyRate()).isEqualByComparingTo("0.0005");
        assertThat(activation.installments()).hasSize(3);
        assertThat(setting().discrepancies(orderNo)).isEmpty();
    }

    @Test
    void a_failure_releases_the_credit_and_tells_nobody() {
        String orderNo = paidOut();
        assertThat(world().report(orderNo, "P-1", "FAILED", AMOUNT))
                .isEqualTo(new PaymentResultView(orderNo, 50, PaymentResultView.APPLIED));
        assertThat(world().report(orderNo, "P-2", "FAILED", AMOUNT).effect()).isEqualTo(PaymentResultView.REPEATED);
        assertThat(world().borrower("B-1").creditReservedFen()).isZero();
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
        assertThat(setting().told(orderNo)).isEmpty();
        assertThat(new FindPlan(world().stores().orders()).run(orderNo).installments())
                .as("the plan as issued stays readable")
                .hasSize(3);
    }

    @Test
    void a_contradiction_is_refused_and_recorded_and_changes_nothing() {
        String failed = paidOut();
        world().report(failed, "P-1", "FAILED", AMOUNT);
        refused(
                () -> world().report(failed, "P-1", "SUCCESS", AMOUNT),
                ErrorCodes.PAYMENT_RESULT_CONTRADICTS,
                "result");
        assertThat(world().status(failed)).isEqualTo(50);

        String active = world().paidOut("B-1", AMOUNT);
        world().report(active, "P-3", "SUCCESS", AMOUNT);
        refused(() -> world().report(active, "P-3", "FAILED", AMOUNT), ErrorCodes.PAYMENT_RESULT_CONTRADICTS, "result");
        refused(
                () -> world().report(active, "P-4", "SUCCESS", AMOUNT),
                ErrorCodes.PAYMENT_RESULT_CONTRADICTS,
                "paymentNo");
        refused(
                () -> world().report(active, "P-4", "SUCCESS", AMOUNT),
                ErrorCodes.PAYMENT_RESULT_CONTRADICTS,
                "paymentNo");
        assertThat(world().status(active)).isEqualTo(40);
        assertThat(setting().discrepancies(failed)).containsExactly("CONTRADICTS");
        assertThat(setting().discrepancies(active)).containsExactly("CONTRADICTS", "SECOND_PAYMENT");
        assertThat(setting().told(active)).hasSize(1);
    }

    @Test
    void a_result_too_early_or_over_another_amount_is_refused_and_leaves_nothing() {
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        refused(() -> world().report(orderNo, "P-1", "SUCCESS", AMOUNT), ErrorCodes.ORDER_STATE, "orderNo");
        world().loanOut(orderNo);
        refused(
                () -> world().report(orderNo, "P-1", "SUCCESS", AMOUNT - 1),
                ErrorCodes.PAYMENT_AMOUNT_DIFFERS,
                "amountFen");
        assertThat(world().status(orderNo)).isEqualTo(30);
        assertThat(setting().discrepancies(orderNo)).isEmpty();
        assertThat(setting().told(orderNo)).isEmpty();
    }

    @Test
    void a_lost_callback_is_closed_by_asking_and_the_late_callback_repeats() {
        String orderNo = paidOut();
        PaymentAnswer success = new PaymentAnswer.Done("P-1", AMOUNT);
        setting().dueNow();
        assertThat(world().query(no -> success)).isEqualTo(1);
        assertThat(world().status(orderNo)).isEqualTo(40);
        assertThat(setting().told(orderNo)).hasSize(1);
        assertThat(world().stores().orders().history(orderNo, 10))
                .extracting(change -> change.toStatus() + " " + change.cause())
                .containsExactly("10 SUBMIT", "30 LOAN_OUT", "40 PAYMENT_QUERY");
        assertThat(world().report(orderNo, "P-1", "SUCCESS", AMOUNT).effect()).isEqualTo(PaymentResultView.REPEATED);
        assertThat(world().query(no -> new PaymentAnswer.Unknown("nobody asks")))
                .isZero();
    }

    @Test
    void a_payment_that_was_refused_ends_the_order_and_gives_the_credit_back() {
        String orderNo = paidOut();
        setting().dueNow();
        assertThat(world().query(no -> new PaymentAnswer.Refused("P-1", "closed")))
                .isEqualTo(1);
        assertThat(world().status(orderNo)).isEqualTo(50);
        assertThat(world().borrower("B-1").creditReservedFen()).isZero();
    }

    @Test
    void a_number_that_the_payment_system_does_not_know_is_no_failure() {
        String orderNo = paidOut();
        setting().dueNow();
        assertThat(world().query(no -> new PaymentAnswer.NotFound())).isEqualTo(1);
        assertThat(world().status(orderNo)).isEqualTo(30);
    }

    @Test
    void an_unknown_or_broken_answer_leaves_the_order_waiting() {
        String orderNo = paidOut();
        setting().dueNow();
        assertThat(world().query(no -> new PaymentAnswer.Unknown("no answer"))).isEqualTo(1);
        setting().dueNow();
        world().query(no -> {
            throw new IllegalStateException("not understood");
        });
        assertThat(world().status(orderNo)).isEqualTo(30);
        assertThat(world().borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void an_answer_over_another_amount_is_recorded_and_asked_again() {
        String orderNo = paidOut();
        setting().dueNow();
        world().query(no -> new PaymentAnswer.Done("P-1", AMOUNT + 1));
        assertThat(world().status(orderNo)).isEqualTo(30);
        assertThat(setting().discrepancies(orderNo)).containsExactly("AMOUNT");
    }

    private String paidOut() {
        world().activate("B-1", LoanWorld.person(1));
        return world().paidOut("B-1", AMOUNT);
    }

    private LoanWorld world() {
        return setting().world();
    }
}

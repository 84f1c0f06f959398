package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.application.FindActivation;
import io.jointlending.loan.order.application.FindPlan;
import io.jointlending.loan.payment.domain.PaymentAnswer;
import io.jointlending.loan.payment.domain.PaymentReport;
import io.jointlending.loan.payment.domain.PaymentResult;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a loan does, whatever its stores are: in memory and in MySQL. */
abstract class LoanContract {
    static final long AMOUNT = 100_000;

    /** A world with empty stores, the same one during a test. */
    abstract LoanWorld world();

    /** How often the fund side was told of an order. */
    abstract List<MasterOrderActivated> told(String orderNo);

    /** Reasons of the discrepancies of an order, in the order of their first report. */
    abstract List<String> discrepancies(String orderNo);

    static void refused(ThrowingCallable call, ErrorCode code, @Nullable String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    @Test
    void activation_shows_the_person_masked_and_opens_the_line() {
        BorrowerView made = world().activate("B-1", LoanWorld.person(1));
        assertThat(made)
                .isEqualTo(new BorrowerView(
                        "B-1",
                        "ACTIVE",
                        "测**",
                        "110*************01",
                        "100******01",
                        "************0001",
                        LoanWorld.LIMIT_FEN,
                        0L,
                        0L));
        assertThat(world().borrower("B-1")).isEqualTo(made);
    }

    @Test
    void the_same_facts_again_answer_the_borrower_as_is_and_keep_the_limit() {
        BorrowerView made = world().activate("B-1", LoanWorld.person(1));
        ActivateBorrowerRequest again =
                new ActivateBorrowerRequest(world().requestNo(), "B-1", LoanWorld.person(1), LoanWorld.LIMIT_FEN * 2);
        assertThat(world().activate(again)).isEqualTo(made);
    }

    @Test
    void an_identity_number_of_another_borrower_is_refused() {
        world().activate("B-1", LoanWorld.person(1));
        refused(
                () -> world().activate("B-2", LoanWorld.person(1)),
                ErrorCodes.IDENTITY_BOUND_TO_OTHER,
                "identity.idNumber");
        refused(() -> world().borrower("B-2"), ErrorCodes.BORROWER_NOT_FOUND, "borrowerNo");
    }

    @Test
    void other_facts_for_a_known_borrower_are_refused() {
        world().activate("B-1", LoanWorld.person(1));
        refused(() -> world().activate("B-1", LoanWorld.person(2)), ErrorCodes.IDENTITY_CONTRADICTS, "identity");
    }

    @Test
    void a_submission_makes_an_order_in_its_first_state() {
        SubmitLoanRequest request = world().submission("B-1", AMOUNT);
        MasterOrderView order = world().submit().run(request);
        assertThat(order.status()).isEqualTo(10);
        assertThat(order.orderNo()).startsWith("260131").hasSize(22);
        assertThat(order.startDate()).isNull();
        assertThat(world().submit().run(request)).as("the same request again").isEqualTo(order);
        assertThat(world().stores().orders().history(order.orderNo(), 10))
                .extracting(change -> change.fromStatus() + ">" + change.toStatus() + " " + change.cause())
                .containsExactly("0>10 SUBMIT");
        refused(() -> new FindPlan(world().stores().orders()).run(order.orderNo()), ErrorCodes.ORDER_STATE, "orderNo");
    }

    @Test
    void a_loan_out_reserves_credit_and_issues_the_plan() {
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        LoanOutView view = world().loanOut(orderNo);
        assertThat(view.order().status()).isEqualTo(30);
        assertThat(view.order().startDate()).isEqualTo(LoanWorld.TODAY);
        assertThat(view.plan().principalFen()).isEqualTo(AMOUNT);
        assertThat(view.plan().installments())
                .extracting(InstallmentView::dueDate)
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
        assertThat(view.plan().installments())
                .extracting(InstallmentView::principalFen)
                .containsExactly(32_838L, 33_331L, 33_831L);
        assertThat(new FindPlan(world().stores().orders()).run(orderNo)).isEqualTo(view.plan());
        assertThat(world().borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void a_loan_out_can_activate_its_borrower() {
        String orderNo = world().submit("B-1", AMOUNT);
        refused(() -> world().loanOut(orderNo), ErrorCodes.BORROWER_NOT_ACTIVATED, "activation");
        refused(
                () -> world().loanOut(new LoanOutRequest(
                        world().requestNo(), orderNo, world().activation("B-2", LoanWorld.person(1)))),
                ErrorCodes.INVALID_REQUEST,
                "activation.borrowerNo");
        world().loanOut(new LoanOutRequest(
                world().requestNo(), orderNo, world().activation("B-1", LoanWorld.person(1))));
        assertThat(world().borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void a_loan_out_is_refused_with_the_identity_of_somebody_else() {
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-2", AMOUNT);
        refused(
                () -> world().loanOut(new LoanOutRequest(
                        world().requestNo(), orderNo, world().activation("B-2", LoanWorld.person(1)))),
                ErrorCodes.IDENTITY_BOUND_TO_OTHER,
                "activation.identity.idNumber");
        assertThat(world().status(orderNo)).isEqualTo(10);
    }

    @Test
    void a_loan_out_beyond_the_free_credit_is_refused() {
        world().activate("B-1", LoanWorld.person(1));
        world().paidOut("B-1", LoanWorld.LIMIT_FEN - AMOUNT + 1);
        String second = world().submit("B-1", AMOUNT);
        refused(() -> world().loanOut(second), ErrorCodes.CREDIT_INSUFFICIENT, "amountFen");
        assertThat(world().status(second)).isEqualTo(10);
        assertThat(world().borrower("B-1").creditReservedFen()).isEqualTo(LoanWorld.LIMIT_FEN - AMOUNT + 1);
    }

    @Test
    void a_loan_out_answers_the_same_again_even_when_its_product_is_gone() {
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        LoanOutRequest request = new LoanOutRequest(world().requestNo(), orderNo, null);
        LoanOutView first = world().loanOut(request);
        world().products.remove();
        assertThat(world().loanOut(request)).isEqualTo(first);
        refused(() -> world().loanOut(orderNo), ErrorCodes.ORDER_STATE, "orderNo");
    }

    @Test
    void a_product_taken_off_sale_stops_orders_that_are_not_paid_out() {
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        world().products.set(false);
        refused(() -> world().loanOut(orderNo), ErrorCodes.PRODUCT_NOT_ON_SALE, null);
        refused(() -> world().loanOut("2601310000000000000000"), ErrorCodes.ORDER_NOT_FOUND, "orderNo");
    }

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
        assertThat(told(orderNo)).containsExactly(activation);
        assertThat(activation.penaltyDailyRate()).isEqualByComparingTo("0.0005");
        assertThat(activation.installments()).hasSize(3);
        assertThat(discrepancies(orderNo)).isEmpty();
    }

    @Test
    void a_failure_releases_the_credit_and_tells_nobody() {
        String orderNo = paidOut();
        assertThat(world().report(orderNo, "P-1", "FAILED", AMOUNT))
                .isEqualTo(new PaymentResultView(orderNo, 50, PaymentResultView.APPLIED));
        assertThat(world().report(orderNo, "P-2", "FAILED", AMOUNT).effect()).isEqualTo(PaymentResultView.REPEATED);
        assertThat(world().borrower("B-1").creditReservedFen()).isZero();
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
        assertThat(told(orderNo)).isEmpty();
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
        assertThat(discrepancies(failed)).containsExactly("CONTRADICTS");
        assertThat(discrepancies(active)).containsExactly("CONTRADICTS", "SECOND_PAYMENT");
        assertThat(told(active)).hasSize(1);
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
        assertThat(discrepancies(orderNo)).isEmpty();
        assertThat(told(orderNo)).isEmpty();
    }

    @Test
    void a_lost_callback_is_closed_by_asking_and_the_late_callback_repeats() {
        String orderNo = paidOut();
        PaymentReport success = new PaymentReport(orderNo, "P-1", PaymentResult.SUCCESS, AMOUNT);
        dueNow();
        assertThat(world().query(no -> new PaymentAnswer.Ended(success))).isEqualTo(1);
        assertThat(world().status(orderNo)).isEqualTo(40);
        assertThat(told(orderNo)).hasSize(1);
        assertThat(world().stores().orders().history(orderNo, 10))
                .extracting(change -> change.toStatus() + " " + change.cause())
                .containsExactly("10 SUBMIT", "30 LOAN_OUT", "40 PAYMENT_QUERY");
        assertThat(world().report(orderNo, "P-1", "SUCCESS", AMOUNT).effect()).isEqualTo(PaymentResultView.REPEATED);
        assertThat(world().query(no -> new PaymentAnswer.Unknown("nobody asks")))
                .isZero();
    }

    @Test
    void an_unknown_or_broken_answer_leaves_the_order_waiting() {
        String orderNo = paidOut();
        dueNow();
        assertThat(world().query(no -> new PaymentAnswer.Unknown("no answer"))).isEqualTo(1);
        dueNow();
        world().query(no -> {
            throw new IllegalStateException("not understood");
        });
        assertThat(world().status(orderNo)).isEqualTo(30);
        assertThat(world().borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void an_answer_over_another_amount_is_recorded_and_asked_again() {
        String orderNo = paidOut();
        PaymentReport other = new PaymentReport(orderNo, "P-1", PaymentResult.SUCCESS, AMOUNT + 1);
        dueNow();
        world().query(no -> new PaymentAnswer.Ended(other));
        assertThat(world().status(orderNo)).isEqualTo(30);
        assertThat(discrepancies(orderNo)).containsExactly("AMOUNT");
    }

    @Test
    void a_settlement_gives_the_credit_back_and_ends_the_order() {
        String orderNo = active();
        world().settled(orderNo, 7, AMOUNT);
        assertThat(world().status(orderNo)).isEqualTo(90);
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
        world().settled(orderNo, 7, AMOUNT);
        world().settled(orderNo, 5, 1);
        assertThat(world().borrower("B-1").creditUsedFen())
                .as("older or equal sequence")
                .isZero();
        assertThat(new FindActivation(world().stores().orders()).run(orderNo).orderNo())
                .isEqualTo(orderNo);
    }

    @Test
    void credit_follows_the_cumulative_principal_also_downwards() {
        String orderNo = active();
        world().settled(orderNo, 3, AMOUNT - 400);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(400);
        world().settled(orderNo, 4, AMOUNT - 1_000);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(1_000);
        world().settled(orderNo, 9, AMOUNT);
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
        assertThat(world().status(orderNo)).isEqualTo(90);
    }

    @Test
    void credit_taken_again_by_a_reversal_may_leave_less_than_nothing_free() {
        String first = active();
        world().settled(first, 3, AMOUNT);
        world().paidOut("B-1", LoanWorld.LIMIT_FEN);
        world().settled(first, 4, 0);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT);
        String more = world().submit("B-1", 10_000);
        refused(() -> world().loanOut(more), ErrorCodes.CREDIT_INSUFFICIENT, "amountFen");
    }

    @Test
    void a_settlement_that_cannot_be_is_refused() {
        String orderNo = paidOut();
        refused(() -> world().settled(orderNo, 1, AMOUNT), ErrorCodes.ORDER_STATE, "orderNo");
        world().report(orderNo, "P-1", "SUCCESS", AMOUNT);
        refused(() -> world().settled(orderNo, 1, AMOUNT + 1), ErrorCodes.INVALID_REQUEST, "returnablePrincipalFen");
        refused(() -> world().settled("2601310000000000000000", 1, AMOUNT), ErrorCodes.ORDER_NOT_FOUND, "orderNo");
        assertThat(world().status(orderNo)).isEqualTo(40);
    }

    /** Makes every waiting order due, as time would. */
    void dueNow() {}

    private String paidOut() {
        world().activate("B-1", LoanWorld.person(1));
        return world().paidOut("B-1", AMOUNT);
    }

    private String active() {
        String orderNo = paidOut();
        world().report(orderNo, "P-1", "SUCCESS", AMOUNT);
        return orderNo;
    }
}

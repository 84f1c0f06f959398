package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.AMOUNT;
import static io.jointlending.loan.LoanSetting.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.memory.SettableChannels;
import io.jointlending.loan.order.application.FindBorrowerOrders;
import io.jointlending.loan.order.application.FindPlan;
import io.jointlending.loan.order.domain.LoanOptions;
import io.jointlending.loan.order.domain.OrderExamples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What activation, submission and loan out do, whatever the stores are: in memory and in MySQL. */
abstract class LendingContract {
    /** A world with empty stores, the same one during a test. */
    abstract LoanSetting setting();

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
    void an_order_comes_by_an_enabled_channel_and_keeps_it() {
        SubmitLoanRequest request = world().submissionBy(SettableChannels.CODE, "B-1", AMOUNT);
        MasterOrderView order = world().submit().run(request);
        assertThat(order.channelCode()).isEqualTo(SettableChannels.CODE);
        world().channels.set(false);
        assertThat(world().submit().run(request))
                .as("what was done is answered")
                .isEqualTo(order);
        refused(
                () -> world().submit().run(world().submissionBy(SettableChannels.CODE, "B-1", AMOUNT)),
                ErrorCodes.CHANNEL_NOT_ENABLED,
                "channelCode");
        refused(
                () -> world().submit().run(world().submissionBy("NOBODY", "B-1", AMOUNT)),
                ErrorCodes.CHANNEL_NOT_FOUND,
                "channelCode");
        world().activate("B-1", LoanWorld.person(1));
        assertThat(world().loanOut(order.orderNo()).order().channelCode())
                .as("an order goes on whatever becomes of its channel")
                .isEqualTo(SettableChannels.CODE);
        assertThat(world().submit().run(world().submission("B-1", AMOUNT)).channelCode())
                .as("an order without a channel")
                .isNull();
    }

    @Test
    void an_order_without_a_channel_is_refused_where_orders_must_name_one() {
        SubmitLoanRequest without = world().submission("B-1", AMOUNT);
        world().channels.require(true);
        refused(() -> world().submit().run(without), ErrorCodes.CHANNEL_REQUIRED, "channelCode");
        assertThat(world().submit()
                        .run(world().submissionBy(SettableChannels.CODE, "B-1", AMOUNT))
                        .channelCode())
                .isEqualTo(SettableChannels.CODE);
        world().channels.require(false);
        assertThat(world().submit().run(without).channelCode())
                .as("a refusal is not stored under its number")
                .isNull();
    }

    @Test
    void orders_of_some_borrowers_are_read_newest_first_page_by_page_with_masked_names() {
        world().activate("B-1", LoanWorld.person(1));
        List<String> numbers = new ArrayList<>();
        for (String borrower : List.of("B-1", "B-2", "B-3", "B-1")) {
            numbers.add(world().submit(borrower, AMOUNT));
        }
        FindBorrowerOrders find = new FindBorrowerOrders(
                world().stores().orders(), world().stores().borrowers());
        List<BorrowerOrderView> all = find.run(new BorrowerOrdersQuery(List.of("B-1", "B-2", "B-9"), null, 50))
                .orders();
        assertThat(all)
                .extracting(BorrowerOrderView::orderNo)
                .containsExactlyElementsOf(numbers.stream()
                        .filter(number -> !number.equals(numbers.get(2)))
                        .sorted(Comparator.reverseOrder())
                        .toList());
        assertThat(all)
                .extracting(order -> order.borrowerNo() + " " + order.maskedName())
                .containsOnly("B-1 测**", "B-2 null");
        List<BorrowerOrderView> first = find.run(new BorrowerOrdersQuery(List.of("B-1", "B-2"), null, 2))
                .orders();
        List<BorrowerOrderView> rest = find.run(new BorrowerOrdersQuery(
                        List.of("B-1", "B-2"), first.get(1).orderNo(), 2))
                .orders();
        assertThat(first).hasSize(2);
        assertThat(rest).containsExactly(all.get(2));
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
    void the_options_of_the_product_shape_the_plan_and_stay_with_the_order() {
        world().products.set(options(10, "0.01", "0.9"));
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        world().products.set(true);
        LoanOutView view = world().loanOut(orderNo);
        assertThat(view.plan().installments())
                .extracting(InstallmentView::dueDate)
                .as("the 10th, not sooner than 15 days after 31 January is 10 March")
                .containsExactly(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 4, 10), LocalDate.of(2026, 5, 10));
        assertThat(view.plan().installments().get(0).interestFen())
                .as("38 days of 18 % over 360 on %s", AMOUNT)
                .isEqualTo(1_900L);
        assertThat(view.plan().installments())
                .extracting(InstallmentView::feeFen)
                .containsOnly(1_000L);
        assertThat(new FindPlan(world().stores().orders()).run(orderNo)).isEqualTo(view.plan());
    }

    @Test
    void a_plan_above_the_ceiling_is_refused_with_its_rate_and_leaves_nothing() {
        world().products.set(options(null, "0.001", "0.18"));
        world().activate("B-1", LoanWorld.person(1));
        String orderNo = world().submit("B-1", AMOUNT);
        refused(() -> world().loanOut(orderNo), ErrorCodes.APR_ABOVE_CEILING, null);
        assertThatThrownBy(() -> world().loanOut(orderNo))
                .hasMessageContaining("would cost ")
                .hasMessageContaining("100 fen of fee")
                .hasMessageContaining("the ceiling is 18.0000 %");
        assertThat(world().borrower("B-1").creditReservedFen()).isZero();
        refused(() -> new FindPlan(world().stores().orders()).run(orderNo), ErrorCodes.ORDER_STATE, "orderNo");
    }

    private static LoanOptions options(@Nullable Integer repaymentDay, String feeRate, String ceiling) {
        LoanOptions none = OrderExamples.OPTIONS;
        return new LoanOptions(
                none.dayCount(),
                none.installmentMultipleFen(),
                none.interestOnlyInstallments(),
                repaymentDay,
                new BigDecimal(feeRate),
                new BigDecimal(ceiling),
                none.penaltyBase(),
                new BigDecimal("0.5"),
                none.waterfall(),
                none.payOffFeeRate(),
                none.backDatingDays(),
                none.creditReturn());
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

    private LoanWorld world() {
        return setting().world();
    }
}

package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.loan.borrower.application.Identities;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLine;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.borrower.domain.Identity;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.CreditReturn;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.OrderExamples;
import io.jointlending.loan.order.domain.StateChange;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.RepaymentPlanner;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of the stores must do. */
abstract class StoresContract {
    private static final LocalDate DAY = LoanWorld.TODAY;
    private static final Identity PERSON = Identities.of(LoanWorld.person(1));

    /** Empty stores, the same ones during a test. */
    abstract LoanWorld.Stores stores();

    @Test
    void a_borrower_number_and_an_identity_number_are_taken_once() {
        Borrowers borrowers = stores().borrowers();
        assertThat(borrowers.add("B-1", PERSON)).isTrue();
        assertThat(borrowers.add("B-1", Identities.of(LoanWorld.person(2)))).isFalse();
        assertThat(borrowers.add("B-2", PERSON)).isFalse();
        assertThat(borrowers.add("b-1", Identities.of(LoanWorld.person(3))))
                .as("case matters")
                .isTrue();
        assertThat(borrowers.findIdentity("B-1")).contains(PERSON);
        assertThat(borrowers.find("B-1").orElseThrow().identity()).isEqualTo(PERSON.masked());
        assertThat(borrowers.find("B-2")).isEmpty();
        assertThat(borrowers.findIdentity("B-2")).isEmpty();
    }

    @Test
    void credit_is_reserved_to_the_last_fen_and_not_one_more() {
        CreditLines lines = stores().creditLines();
        lines.open("B-1", 100);
        assertThat(lines.reserve("B-1", "O-1", 60)).isTrue();
        assertThat(lines.reserve("B-1", "O-2", 41)).isFalse();
        assertThat(lines.reserve("B-1", "O-3", 40)).isTrue();
        assertThat(lines.find("B-1")).contains(new CreditLine("B-1", 100, 100, 0));
        assertThat(lines.find("B-9")).isEmpty();
    }

    @Test
    void credit_moves_between_reserved_used_and_free() {
        CreditLines lines = stores().creditLines();
        lines.open("B-1", 100);
        lines.reserve("B-1", "O-1", 60);
        lines.use("B-1", "O-1", 60);
        lines.reserve("B-1", "O-2", 30);
        lines.release("B-1", "O-2", 30);
        lines.giveBack("B-1", "O-1", 1, 45);
        lines.giveBack("B-1", "O-1", 2, 0);
        lines.giveBack("B-1", "O-1", 3, -5);
        assertThat(lines.find("B-1")).contains(new CreditLine("B-1", 100, 0, 20));
    }

    @Test
    void a_credit_move_without_cover_or_for_the_second_time_throws() {
        CreditLines lines = stores().creditLines();
        lines.open("B-1", 100);
        assertThatThrownBy(() -> lines.use("B-1", "O-1", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> lines.release("B-1", "O-1", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> lines.giveBack("B-1", "O-1", 1, 1)).isInstanceOf(IllegalStateException.class);
        lines.reserve("B-1", "O-1", 10);
        assertThatThrownBy(() -> lines.reserve("B-1", "O-1", 10)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void an_order_comes_back_as_it_was_stored() {
        MasterOrder order = OrderExamples.submitted(100_000);
        stores().orders().add(order, "R-1");
        assertThat(stores().orders().find(order.orderNo())).contains(order);
        assertThat(stores().orders().lock(order.orderNo())).contains(order);
        assertThat(stores().orders().plan(order.orderNo())).isEmpty();
        assertThat(stores().orders().find("2601310000000000000000")).isEmpty();
    }

    @Test
    void a_move_is_stored_once_and_logged() {
        MasterOrders orders = stores().orders();
        MasterOrder order = OrderExamples.submitted(100_000);
        orders.add(order, "R-1");
        MasterOrder paidOut = order.paidOut(DAY);
        orders.move(order, paidOut, Cause.LOAN_OUT, "R-2");
        assertThat(orders.find(order.orderNo())).contains(paidOut);
        assertThatThrownBy(() -> orders.move(order, paidOut, Cause.LOAN_OUT, "R-3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(order.orderNo());
        MasterOrder active = paidOut.activated("P-1");
        orders.move(paidOut, active, Cause.PAYMENT_CALLBACK, "P-1");
        assertThat(orders.find(order.orderNo())).contains(active);
        List<StateChange> history = orders.history(order.orderNo(), 10);
        assertThat(history)
                .extracting(StateChange::fromStatus, StateChange::toStatus, StateChange::cause, StateChange::reference)
                .containsExactly(
                        tuple(0, 10, "SUBMIT", "R-1"),
                        tuple(10, 30, "LOAN_OUT", "R-2"),
                        tuple(30, 40, "PAYMENT_CALLBACK", "P-1"));
        assertThat(orders.history(order.orderNo(), 1)).hasSize(1);
    }

    @Test
    void a_plan_comes_back_in_order_and_must_be_whole() {
        MasterOrders orders = stores().orders();
        MasterOrder order = OrderExamples.submitted(100_000).paidOut(DAY);
        List<PlannedInstallment> plan = RepaymentPlanner.DEFAULT.plan(order.planTerms());
        assertThatThrownBy(() -> orders.addPlan(order, plan.subList(0, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 installments");
        orders.addPlan(order, plan);
        assertThat(orders.plan(order.orderNo())).isEqualTo(plan);
    }

    @Test
    void a_loan_request_is_made_and_ended_once() {
        MasterOrders orders = stores().orders();
        MasterOrder order = OrderExamples.submitted(100_000);
        assertThatThrownBy(() -> orders.endLoanRequest(order.orderNo(), true))
                .isInstanceOf(IllegalStateException.class);
        orders.addLoanRequest(order, "R-1");
        assertThatThrownBy(() -> orders.addLoanRequest(order, "R-2")).isInstanceOf(RuntimeException.class);
        orders.endLoanRequest(order.orderNo(), true);
        assertThatThrownBy(() -> orders.endLoanRequest(order.orderNo(), false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_an_order_gave_back_is_replaced() {
        CreditReturns returns = stores().returns();
        String orderNo = OrderExamples.submitted(100).orderNo();
        assertThat(returns.find(orderNo)).isEqualTo(CreditReturn.none(orderNo));
        returns.store(new CreditReturn(orderNo, 2, 60));
        returns.store(new CreditReturn(orderNo, 5, 40));
        assertThat(returns.find(orderNo)).isEqualTo(new CreditReturn(orderNo, 5, 40));
    }
}

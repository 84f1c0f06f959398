package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.AMOUNT;
import static io.jointlending.loan.LoanSetting.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.application.FindActivation;
import org.junit.jupiter.api.Test;

/** What settlements do, whatever the stores are: in memory and in MySQL. */
abstract class SettlementContract {
    /** A world with empty stores, the same one during a test. */
    abstract LoanSetting setting();

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
    void a_reversal_opens_a_settled_order_and_takes_all_its_credit_again() {
        String orderNo = active();
        world().settled(orderNo, 5, AMOUNT);
        world().reversed(orderNo, 6, AMOUNT - 300, "ON_SETTLEMENT", false);
        assertThat(world().status(orderNo)).isEqualTo(40);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT);
        world().settled(orderNo, 5, AMOUNT);
        assertThat(world().status(orderNo)).as("an older settlement").isEqualTo(40);
        world().settled(orderNo, 7, AMOUNT);
        assertThat(world().status(orderNo)).isEqualTo(90);
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
    }

    @Test
    void a_reversal_that_is_heard_before_the_settlement_it_follows_wins() {
        String orderNo = active();
        world().reversed(orderNo, 6, AMOUNT - 300, "ON_SETTLEMENT", false);
        world().settled(orderNo, 5, AMOUNT);
        assertThat(world().status(orderNo)).isEqualTo(40);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void a_reversal_of_money_beyond_everything_owed_opens_nothing() {
        String orderNo = active();
        world().settled(orderNo, 5, AMOUNT);
        world().reversed(orderNo, 7, AMOUNT, "ON_SETTLEMENT", true);
        assertThat(world().status(orderNo)).isEqualTo(90);
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
    }

    @Test
    void credit_comes_back_with_each_principal_where_the_product_says_so() {
        String orderNo = active();
        world().posted(orderNo, 1, 400, "ON_SETTLEMENT");
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT);
        world().posted(orderNo, 3, 900, "PER_PRINCIPAL");
        world().posted(orderNo, 2, 500, "PER_PRINCIPAL");
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT - 900);
        world().reversed(orderNo, 4, 500, "PER_PRINCIPAL", false);
        assertThat(world().borrower("B-1").creditUsedFen()).isEqualTo(AMOUNT - 500);
        assertThat(world().status(orderNo)).isEqualTo(40);
    }

    @Test
    void a_refunded_purchase_ends_its_order_for_ever() {
        String orderNo = active();
        world().refunded(orderNo, 2, AMOUNT);
        assertThat(world().status(orderNo)).isEqualTo(80);
        assertThat(world().borrower("B-1").creditUsedFen()).isZero();
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

    private String paidOut() {
        world().activate("B-1", LoanWorld.person(1));
        return world().paidOut("B-1", AMOUNT);
    }

    private String active() {
        String orderNo = paidOut();
        world().report(orderNo, "P-1", "SUCCESS", AMOUNT);
        return orderNo;
    }

    private LoanWorld world() {
        return setting().world();
    }
}

package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.devstack.Component;
import io.jointlending.system.client.Borrowing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Too much money, the same money twice at once, and a broker that is down meanwhile. */
@ExtendWith(OnPlatform.class)
final class RepaymentScenario {
    private static final long AMOUNT_FEN = 29_122;
    private static final int CALLERS = 8;

    private final Platform platform;

    RepaymentScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void money_beyond_everything_owed_goes_to_the_suspense_balance() {
        Borrowing borrower = platform.borrower();
        String orderNo = active(borrower);
        long owed = platform.owed(orderNo);
        RepaymentView view = borrower.repay(orderNo, owed + 1_234, 1);
        assertThat(view.appliedFen()).isEqualTo(owed);
        assertThat(view.suspenseFen()).isEqualTo(1_234);
        assertThat(view.settled()).isTrue();
        RepaymentView more = borrower.repay(orderNo, 66, 2);
        assertThat(more.appliedFen()).isZero();
        assertThat(more.suspenseFen()).isEqualTo(66);
        assertThat(platform.calls()
                        .once(
                                "suspense",
                                platform.services().repayments()::findSuspense,
                                new BorrowerQuery(borrower.borrowerNo()))
                        .balanceFen())
                .isEqualTo(1_300);
        platform.awaitStatus(orderNo, 90);
    }

    @Test
    void one_command_sent_by_eight_callers_at_once_has_one_effect_and_one_answer() {
        Borrowing borrower = platform.borrower();
        String orderNo = active(borrower);
        String requestNo = platform.number("repay");
        RepayRequest request = new RepayRequest(requestNo, orderNo, 5_000L, requestNo, null, null);
        List<CompletableFuture<RpcResult<RepaymentView>>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                        () -> platform.services().repayments().repay(request)))
                .toList();
        List<RpcResult<RepaymentView>> answers =
                callers.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allMatch(answer -> answer.success() || answer.code().equals(ErrorCodes.PROCESSING.code()));
        assertThat(answers.stream()
                        .filter(RpcResult::success)
                        .map(RpcResult::data)
                        .distinct())
                .hasSize(1);
        assertThat(platform.count("SELECT COUNT(*) FROM repayment.ledger_event WHERE order_no = ?", orderNo))
                .isEqualTo(1);
        assertThat(platform.ledger(orderNo).installments().get(0).settled().totalFen())
                .isEqualTo(5_000);
    }

    @Test
    void different_repayments_of_one_order_at_once_are_booked_one_after_the_other() {
        Borrowing borrower = platform.borrower();
        String orderNo = active(borrower);
        platform.awaitSubOrders(orderNo);
        List<CompletableFuture<RepaymentView>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller ->
                        CompletableFuture.supplyAsync(() -> borrower.repay(orderNo, 1_001 + caller, caller + 1)))
                .toList();
        assertThat(callers.stream().map(caller -> caller.join().sequence()).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, CALLERS)
                        .mapToObj(Long::valueOf)
                        .toList());
        borrower.repay(orderNo, platform.owed(orderNo), CALLERS + 1);
        platform.awaitStatus(orderNo, 90);
    }

    @Test
    void with_the_broker_down_repayments_are_booked_and_the_messages_follow_when_it_is_back() {
        Borrowing borrower = platform.borrower();
        borrower.activate(50_000);
        String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", AMOUNT_FEN, 3)
                .orderNo();
        borrower.loanOut(orderNo);
        platform.stack().kill(Component.BROKER);
        try {
            borrower.paid(orderNo, AMOUNT_FEN);
            RepaymentView view = borrower.repay(orderNo, 216, 1);
            assertThat(view.splitPending())
                    .as("nobody could have told the fund side")
                    .isTrue();
            assertThat(borrower.repay(orderNo, platform.owed(orderNo), 2).settled())
                    .isTrue();
            assertThat(platform.order(orderNo).status()).isEqualTo(40);
        } finally {
            platform.stack().start(Component.BROKER);
        }
        platform.awaitSubOrders(orderNo);
        platform.awaitStatus(orderNo, 90);
    }

    private String active(Borrowing borrower) {
        borrower.activate(50_000);
        String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", AMOUNT_FEN, 3)
                .orderNo();
        borrower.loanOut(orderNo);
        borrower.paid(orderNo, AMOUNT_FEN);
        return orderNo;
    }
}

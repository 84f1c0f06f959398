package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.SubOrderView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Institutions refuse, are late, or lose their answer; the borrower's plan stands and no fen is lost. */
@ExtendWith(OnPlatform.class)
final class FundingScenario {
    private static final long AMOUNT_FEN = 29_123;
    private static final Map<String, Object> REFUSE = Map.of("refusePerMille", 1000);
    /** Every answer takes seconds. */
    private static final Map<String, Object> LATE = Map.of("delayMs", 4_000);
    /** The bank takes the application, and the connection closes without an answer. */
    private static final Map<String, Object> LOST = Map.of("faults", List.of("LOST"), "callback", "NONE");

    private final Platform platform;

    FundingScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_lead_takes_over_the_part_of_an_institution_that_refuses() {
        Borrowing borrower = platform.borrower();
        String orderNo = order(borrower, "JOINT-50-30-20", REFUSE);
        FundingView funding = platform.awaitSubOrders(orderNo);
        assertThat(funding.subOrders())
                .extracting(SubOrderView::institutionCode)
                .containsExactly("BANK-B", "SMALL-LOAN");
        assertThat(funding.subOrders().stream()
                        .mapToLong(SubOrderView::contributionFen)
                        .sum())
                .isEqualTo(AMOUNT_FEN);
        assertThat(funding.subOrders())
                .as("outside the scheme the contributions are the weights")
                .allMatch(sub -> sub.weight().equals(sub.contributionFen()));
        settle(borrower, orderNo);
    }

    @Test
    void the_lead_alone_funds_when_everybody_else_refuses() {
        Borrowing borrower = platform.borrower();
        String orderNo = order(borrower, "JOINT-70-30", REFUSE);
        FundingView funding = platform.awaitSubOrders(orderNo);
        assertThat(funding.status()).isEqualTo(45);
        assertThat(funding.subOrders())
                .extracting(SubOrderView::institutionCode, SubOrderView::contributionFen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SMALL-LOAN", AMOUNT_FEN));
        settle(borrower, orderNo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATE", "LOST"})
    void an_answer_that_is_late_or_lost_is_asked_for(String answer) {
        Borrowing borrower = platform.borrower();
        String orderNo = order(borrower, "JOINT-70-30", answer.equals("LATE") ? LATE : LOST);
        FundingView funding = platform.awaitSubOrders(orderNo);
        assertThat(funding.subOrders())
                .extracting(SubOrderView::institutionCode, SubOrderView::contributionFen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("BANK-A", 20_386L),
                        org.assertj.core.groups.Tuple.tuple("SMALL-LOAN", 8_737L));
        assertThat(platform.banks().disbursements("first-bank", orderNo + "01"))
                .as("the money was moved once, whatever became of the answer")
                .isEqualTo(1);
        settle(borrower, orderNo);
    }

    @Test
    void repayments_before_the_sub_orders_exist_are_split_when_they_do() {
        Borrowing borrower = platform.borrower();
        String orderNo = order(borrower, "JOINT-70-30", LATE);
        long owed = platform.owed(orderNo);
        RepaymentView first = borrower.repay(orderNo, 216, 1);
        assertThat(first.splitPending()).isTrue();
        assertThat(first.lines()).allMatch(line -> line.institutionCode() == null);
        borrower.repay(orderNo, 7_472, 2);
        RepaymentView last = borrower.repay(orderNo, owed - 216 - 7_472, 3);
        assertThat(last.settled()).isTrue();
        assertThat(platform.ledger(orderNo).status()).isEqualTo("SETTLED");
        assertThat(platform.order(orderNo).status())
                .as("settled for everybody only with the sub-orders")
                .isEqualTo(40);

        platform.awaitSubOrders(orderNo);
        LedgerView ledger = platform.ledger(orderNo);
        assertThat(ledger.subLedgers()).allMatch(sub -> sub.status().equals("SETTLED"));
        assertThat(platform.count(
                        "SELECT COUNT(DISTINCT sequence_no) FROM repayment.split_line WHERE order_no = ?", orderNo))
                .isEqualTo(3);
        settled(orderNo);
    }

    /** An order whose part of the first bank is dealt with so. */
    private String order(Borrowing borrower, String scheme, Map<String, Object> behaviour) {
        borrower.activate(50_000);
        String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", scheme, AMOUNT_FEN, 3)
                .orderNo();
        platform.banks().behave("first-bank", orderNo + "01", behaviour);
        borrower.loanOut(orderNo);
        borrower.paid(orderNo, AMOUNT_FEN);
        return orderNo;
    }

    private void settle(Borrowing borrower, String orderNo) {
        long half = platform.owed(orderNo) / 2;
        borrower.repay(orderNo, half, 1);
        borrower.repay(orderNo, platform.owed(orderNo), 2);
        settled(orderNo);
    }

    private void settled(String orderNo) {
        platform.awaitStatus(orderNo, 90);
        Await.until("sub-orders settled", Platform.ASYNC, () -> platform.funding(orderNo).subOrders().stream()
                .allMatch(sub -> List.of("SETTLED").contains(sub.status())));
    }
}

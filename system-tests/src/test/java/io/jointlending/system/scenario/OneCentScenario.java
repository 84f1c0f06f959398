package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.fund.SubOrderView;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.SubLedgerView;
import io.jointlending.system.client.Await;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 291.22 yuan at 7:3, three installments of 100.00: three odd repayments pay the first one, and no fen is lost. */
@ExtendWith(OnPlatform.class)
final class OneCentScenario {
    private final Platform platform;

    OneCentScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void odd_repayments_end_at_7000_and_3000_fen_and_clearing_the_master_clears_both_sub_orders() {
        var borrower = platform.borrower();
        borrower.activate(50_000);
        String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", 29_122, 3)
                .orderNo();
        assertThat(platform.order(orderNo).status()).isEqualTo(10);

        var out = borrower.loanOut(orderNo);
        assertThat(out.order().status()).isEqualTo(30);
        assertThat(out.plan().installments())
                .extracting(one -> one.principalFen() + "+" + one.interestFen())
                .containsExactly("9563+437", "9707+293", "9852+148");
        assertThat(credit(borrower.borrowerNo())).containsExactly(50_000L, 29_122L, 0L);

        assertThat(borrower.paid(orderNo, 29_122).status()).isEqualTo(40);
        assertThat(credit(borrower.borrowerNo())).containsExactly(50_000L, 0L, 29_122L);

        assertThat(platform.awaitSubOrders(orderNo).subOrders())
                .extracting(SubOrderView::institutionCode, SubOrderView::weight, SubOrderView::contributionFen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("BANK-A", 7_000L, 20_385L),
                        org.assertj.core.groups.Tuple.tuple("SMALL-LOAN", 3_000L, 8_737L));

        assertLines(borrower.repay(orderNo, 216, 1), 1, "0+216", "0+151", "0+65");
        assertLines(borrower.repay(orderNo, 7_472, 2), 1, "7251+221", "5076+155", "2175+66");
        assertLines(borrower.repay(orderNo, 2_312, 3), 1, "2312+0", "1618+0", "694+0");

        LedgerView afterThree = platform.ledger(orderNo);
        assertThat(afterThree.installments().get(0).settled()).isEqualTo(amounts(9_563, 437));
        assertThat(settledInAll(afterThree, "BANK-A")).isEqualTo(7_000);
        assertThat(settledInAll(afterThree, "SMALL-LOAN")).isEqualTo(3_000);

        assertThat(platform.owed(orderNo)).isEqualTo(20_000);
        RepaymentView last = borrower.repay(orderNo, 20_000, 4);
        assertThat(last.settled()).isTrue();
        assertThat(last.suspenseFen()).isZero();

        LedgerView end = platform.ledger(orderNo);
        assertThat(end.status()).isEqualTo("SETTLED");
        for (SubLedgerView sub : end.subLedgers()) {
            assertThat(sub.status()).isEqualTo("SETTLED");
            for (LedgerInstallmentView installment : sub.installments()) {
                assertThat(installment.settled()).isEqualTo(installment.due());
            }
        }
        platform.awaitStatus(orderNo, 90);
        Await.until("sub-orders settled", Platform.ASYNC, () -> platform.funding(orderNo).subOrders().stream()
                .allMatch(sub -> sub.status().equals("SETTLED")));
        assertThat(credit(borrower.borrowerNo())).containsExactly(50_000L, 0L, 0L);
    }

    private static void assertLines(
            RepaymentView view, int installmentNo, String master, String bank, String smallLoan) {
        List<String> found = new ArrayList<>();
        for (RepaymentLineView line : view.lines()) {
            assertThat(line.installmentNo()).isEqualTo(installmentNo);
            found.add(name(line.institutionCode()) + line.settled().principalFen() + "+"
                    + line.settled().interestFen());
        }
        assertThat(found).containsExactly("master " + master, "BANK-A " + bank, "SMALL-LOAN " + smallLoan);
    }

    private static String name(@Nullable String institutionCode) {
        return (institutionCode == null ? "master" : institutionCode) + " ";
    }

    private static long settledInAll(LedgerView ledger, String institutionCode) {
        return ledger.subLedgers().stream()
                .filter(sub -> sub.institutionCode().equals(institutionCode))
                .flatMap(sub -> sub.installments().stream())
                .mapToLong(installment -> installment.settled().totalFen())
                .sum();
    }

    private List<Long> credit(String borrowerNo) {
        var view = platform.calls()
                .once("borrower", platform.services().borrowers()::findBorrower, new BorrowerQuery(borrowerNo));
        return List.of(view.creditLimitFen(), view.creditReservedFen(), view.creditUsedFen());
    }

    private static AmountsView amounts(long principalFen, long interestFen) {
        return new AmountsView(principalFen, interestFen, 0L, 0L);
    }
}

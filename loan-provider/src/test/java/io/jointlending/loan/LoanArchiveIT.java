package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.application.FindActivation;
import io.jointlending.loan.order.application.FindBorrowerOrders;
import io.jointlending.loan.order.application.FindOrder;
import io.jointlending.loan.order.application.FindOrderHistory;
import io.jointlending.loan.order.application.FindPlan;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.schema.ArchiveReport;
import io.jointlending.support.schema.ArchiveRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LoanArchiveIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();
    /** Orders are numbered by the day of the test world, their last change is now. */
    private static final LocalDate BEFORE = LocalDate.of(2036, 1, 1);

    private static final List<String> TABLES =
            List.of("loan_order", "loan_request", "plan_installment", "state_log", "credit_return");

    private final LoanWorld world = new MySqlLoans(DATABASE).world();
    private final MasterOrders orders = world.stores().orders();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void settled_orders_move_with_plan_and_log_read_the_same_and_change_no_more() {
        for (String table : TABLES) {
            List<String> archived = columns(table + "_archive");
            assertThat(archived.remove("archived_at datetime(3) NO")).as(table).isTrue();
            assertThat(archived).as(table).isEqualTo(columns(table));
        }
        world.activate("B-1", LoanWorld.person(1));
        world.activate("B-2", LoanWorld.person(2));
        String settled = active("B-1", "P-1");
        world.settled(settled, 7, AMOUNT);
        String waived = active("B-1", "P-2");
        world.settled(waived, 7, AMOUNT - 100);
        String refunded = active("B-2", "P-3");
        world.refunded(refunded, 3, AMOUNT);
        String active = active("B-2", "P-4");
        String disputed = active("B-2", "P-5");
        world.settled(disputed, 7, AMOUNT);
        assertThatThrownBy(() -> world.report(disputed, "P-6", "SUCCESS", AMOUNT))
                .isInstanceOf(Refusal.class);
        List<Object> before = read(settled);
        long used = world.borrower("B-1").creditUsedFen();
        List<BorrowerOrderView> ofBorrowers = ofBorrowers(null, 50);
        assertThat(ofBorrowers)
                .extracting(BorrowerOrderView::orderNo)
                .containsExactlyInAnyOrder(settled, waived, refunded, active, disputed)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ofBorrowers)
                .extracting(BorrowerOrderView::maskedName)
                .containsOnly(
                        world.borrower("B-1").maskedName(),
                        world.borrower("B-2").maskedName());

        ArchiveReport report = DATABASE.archive(new ArchiveRequest(BEFORE, 2, 100, 0, false));

        assertThat(report.orders())
                .as("not the active one, not the one that a person has to look at")
                .isEqualTo(3);
        assertThat(report.finished()).isTrue();
        assertThat(orders.lock(settled)).isEmpty();
        assertThat(orders.lock(active)).isPresent();
        assertThat(orders.lock(disputed)).isPresent();
        assertThat(read(settled)).isEqualTo(before);
        assertThat(ofBorrowers(null, 50))
                .as("orders of borrowers, archived or not")
                .isEqualTo(ofBorrowers);
        assertThat(ofBorrowers(ofBorrowers.get(1).orderNo(), 2)).isEqualTo(ofBorrowers.subList(2, 4));
        assertThat(world.status(refunded)).isEqualTo(80);
        assertThat(world.borrower("B-1").creditUsedFen()).isEqualTo(used);
        assertThat(DATABASE.brokenRules()).isEmpty();

        archived(() -> world.settled(settled, 9, AMOUNT));
        archived(() -> world.reversed(settled, 8, 0, "ON_SETTLEMENT", false));
        archived(() -> world.report(settled, "P-1", "SUCCESS", AMOUNT));
        archived(() -> world.loanOut(settled));
        assertThat(read(settled)).isEqualTo(before);
        assertThat(DATABASE.brokenRules()).isEmpty();
        DATABASE.jdbc().update("DELETE FROM credit_return_archive WHERE order_no = ?", settled);
        assertThat(DATABASE.brokenRules())
                .as("the sum over live and archived orders")
                .isNotEmpty();
    }

    private String active(String borrowerNo, String paymentNo) {
        String orderNo = world.paidOut(borrowerNo, AMOUNT);
        world.report(orderNo, paymentNo, "SUCCESS", AMOUNT);
        return orderNo;
    }

    private List<BorrowerOrderView> ofBorrowers(@Nullable String before, int pageSize) {
        return new FindBorrowerOrders(orders, world.stores().borrowers())
                .run(new BorrowerOrdersQuery(List.of("B-1", "B-2", "B-NOBODY"), before, pageSize))
                .orders();
    }

    private List<Object> read(String orderNo) {
        return List.of(
                new FindOrder(orders).run(orderNo),
                new FindPlan(orders).run(orderNo),
                new FindActivation(orders).run(orderNo),
                new FindOrderHistory(orders).run(orderNo));
    }

    private static void archived(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.ORDER_ARCHIVED));
    }

    private static List<String> columns(String table) {
        return new ArrayList<>(DATABASE.jdbc()
                .queryForList(
                        """
                        SELECT CONCAT(column_name, ' ', column_type, ' ', is_nullable) FROM information_schema.columns
                         WHERE table_schema = DATABASE() AND table_name = ? ORDER BY column_name
                        """,
                        String.class,
                        table));
    }
}

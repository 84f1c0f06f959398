package io.jointlending.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.persistence.MyBatisDecisions;
import io.jointlending.fund.suborder.application.SettleSubOrders;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.support.Eventually;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.schema.ArchiveReport;
import io.jointlending.support.schema.ArchiveRequest;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Four funded orders: three settled, one of them later, one still active. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FundArchiveIT {
    private static final Path SCRIPTS =
            Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
    private static final LocalDate DAY = LocalDate.of(2027, 2, 21);
    private static final List<String> TABLES = List.of(
            "funding",
            "fund_leg",
            "sub_order",
            "state_log",
            "fund_route_decision",
            "fund_quota_entry",
            "fund_task",
            "fund_step_log",
            "fund_callback");

    private SchemaFixture database;
    private FakeBank bank;
    private FundRouterNode node;

    @BeforeAll
    void fund() {
        database = SchemaFixture.create("fund_router");
        bank = new FakeBank();
        node = new FundRouterNode(
                        database, "first", Duration.ofMinutes(1), new HttpCalls(bank.address(), Duration.ofSeconds(20)))
                .publishBanks();
        node.start();
        for (int order = 1; order <= 4; order++) {
            node.activate(FundRouterNode.orderNo(order), "JOINT-50-30-20", 100_000);
        }
        Eventually.within(
                Duration.ofSeconds(60),
                "all funded",
                () -> database.number("SELECT COUNT(*) FROM funding WHERE status = 40") == 4);
        assertThat(node.engine.callBack(FundRouterNode.orderNo(1) + "01", "m1", "0000"))
                .as("a callback after the query")
                .isTrue();
        settle(1, DAY);
        settle(2, DAY);
        settle(3, DAY.plusDays(5));
    }

    @AfterAll
    void close() {
        node.close();
        bank.close();
        database.close();
    }

    @Test
    void settled_orders_move_with_everything_read_the_same_and_follow_nothing_any_more() throws Exception {
        for (String table : TABLES) {
            List<String> archived = columns(table + "_archive");
            assertThat(archived.remove("archived_at datetime(3) NO")).as(table).isTrue();
            assertThat(archived).as(table).isEqualTo(columns(table));
        }
        FundingView before = view(1);
        MyBatisDecisions decisions = new MyBatisDecisions(database.session());
        List<RouteDecision> decided = decisions.ofOrder(FundRouterNode.orderNo(1));
        List<String> tasks = tasks(1);
        assertThat(decided).hasSize(1);
        assertThat(tasks).hasSize(2);

        ArchiveReport report = archive(DAY.plusDays(1));

        assertThat(report.orders()).isEqualTo(2);
        assertThat(report.finished()).isTrue();
        assertThat(report.rows())
                .containsEntry("funding", 2L)
                .containsEntry("fund_leg", 6L)
                .containsEntry("sub_order", 6L)
                .containsEntry("fund_route_decision", 2L)
                .containsEntry("fund_quota_entry", 4L)
                .containsEntry("fund_task", 4L)
                .containsEntry("fund_callback", 1L);
        assertThat(report.rows().get("fund_step_log")).isGreaterThanOrEqualTo(8L);
        assertThat(database.texts("SELECT DISTINCT order_no FROM fund_task ORDER BY order_no"))
                .containsExactly(FundRouterNode.orderNo(3), FundRouterNode.orderNo(4));
        assertThat(decisions.ofOrder(FundRouterNode.orderNo(1))).isEqualTo(decided);
        assertThat(tasks(1)).isEqualTo(tasks);
        assertThat(database.number("SELECT COUNT(*) FROM funding")).isEqualTo(2);
        assertThat(view(1)).isEqualTo(before);
        assertThat(broken()).isEmpty();
        assertThat(archive(DAY.plusDays(1)).orders()).as("again").isZero();

        assertThat(node.engine.callBack(FundRouterNode.orderNo(1) + "01", "late", "2001"))
                .as("the bank says something else, long after the order was archived")
                .isTrue();
        assertThat(database.texts("SELECT status FROM fund_callback WHERE dedup_id = 'late'"))
                .containsExactly("CONTRADICTS");
        FundTask archived =
                node.engine.tasks.search(FundRouterNode.orderNo(1), null, null).get(0);
        assertThatThrownBy(() -> node.engine.intervene.run(
                        archived.id(),
                        new Event.Intervened("ann", "bob", Event.Action.RESUME, "why", null, null),
                        null,
                        "R1"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCodes.INTERVENTION_REFUSED);
                    assertThat(refusal.field()).isEqualTo("taskNo");
                    assertThat(refusal).hasMessageContaining("archived");
                });
        node.activate(FundRouterNode.orderNo(1), "JOINT-50-30-20", 100_000); // the message comes once more
        settle(1, DAY);
        assertThat(view(1)).isEqualTo(before);
        assertThat(database.number("SELECT COUNT(*) FROM funding")).isEqualTo(2);
        assertThatThrownBy(() -> hear(1, 9L))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.ORDER_ARCHIVED));
        hear(3, 9L);
        assertThat(view(3).subOrders()).allMatch(one -> one.status().equals("ACTIVE"));
        assertThat(broken()).isEmpty();
    }

    /** Each task of an order with its state, and its whole log, which replays to that state. */
    private List<String> tasks(int order) {
        List<String> found = new ArrayList<>();
        for (FundTask task : node.engine.tasks.search(FundRouterNode.orderNo(order), null, null)) {
            assertThat(node.engine.replay.run(task.id()).same()).isTrue();
            found.add(task.key() + " " + task.status() + " " + task.state() + node.engine.tasks.log(task.id()));
        }
        return found;
    }

    private void settle(int order, LocalDate day) {
        database.transactions().inTransaction(() -> new SettleSubOrders(node.subOrders, node.quotas)
                .run(new MasterOrderSettled(FundRouterNode.orderNo(order), 7L, 100_000L, day, null)));
    }

    private void hear(int order, long sequence) {
        RepaymentReversed reversed = new RepaymentReversed(
                FundRouterNode.orderNo(order), "R1", sequence, 3L, 1L, 1L, "ON_SETTLEMENT", false, DAY, false);
        database.transactions().inTransaction(() -> new SettleSubOrders(node.subOrders, node.quotas).run(reversed));
    }

    private FundingView view(int order) {
        return Remote.data(node.funding.findFunding(new OrderQuery(FundRouterNode.orderNo(order))));
    }

    private ArchiveReport archive(LocalDate before) throws SQLException {
        try (Connection connection = database.open()) {
            return SchemaScripts.archive(connection, SCRIPTS, new ArchiveRequest(before, 1, 100, 0, false), line -> {});
        }
    }

    private List<?> broken() throws SQLException {
        try (Connection connection = database.open()) {
            return SchemaScripts.verify(connection, SCRIPTS).broken();
        }
    }

    private List<String> columns(String table) {
        return new ArrayList<>(database.texts(
                "SELECT CONCAT(column_name, ' ', column_type, ' ', is_nullable) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = '" + table + "' ORDER BY column_name"));
    }
}

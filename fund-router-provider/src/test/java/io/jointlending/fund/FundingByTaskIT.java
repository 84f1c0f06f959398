package io.jointlending.fund;

import static io.jointlending.fund.FundRouterNode.orderNo;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.support.Eventually;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order whose bank is asked by a flow over a real socket: from the message to the sub-orders. */
class FundingByTaskIT {
    // more than a lease: a task whose result could not be stored goes on when its lease ends
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int SEED = 7;
    private static final String TWO_BANKS =
            """
            route: banks
            version: 1
            products: [LOAN-A]
            facts:
              product: {type: enum, values: [LOAN-A]}
              amountFen: {type: long, min: 1, max: 1000000000}
            funds: {BANK-A: {}, BANK-B: {}}
            rules: []
            otherwise: {priority: [JOINT-70-30, JOINT-80-20]}
            attempts: 3
            lastResort: OWN-100
            """;

    private SchemaFixture database;
    private FakeBank bank;

    @BeforeEach
    void open() {
        database = SchemaFixture.create("fund_router");
        bank = new FakeBank();
    }

    @AfterEach
    void close() {
        bank.close();
        database.close();
    }

    @Test
    void the_end_of_the_flow_decides_who_funds_and_every_part_is_moved_at_the_bank_once() throws SQLException {
        FakeBank.Loan[] plans = {
            FakeBank.Loan.TAKES,
            FakeBank.Loan.REFUSES,
            FakeBank.Loan.CLOSES_AFTER,
            FakeBank.Loan.HTML,
            FakeBank.Loan.NUMBER
        };
        Random random = new Random(SEED);
        int orders = 40;
        try (FundRouterNode node = node()) {
            for (int order = 1; order <= orders; order++) {
                FakeBank.Loan plan = plans[random.nextInt(plans.length)];
                bank.plans.put(orderNo(order) + "01", plan);
                node.activate(orderNo(order), null, 100_000 + order);
            }
            node.start();
            Eventually.within(
                    LIMIT,
                    "all orders are funded",
                    () -> database.number("SELECT COUNT(*) FROM funding WHERE status IN (40, 45)") == orders);
            for (int order = 1; order <= orders; order++) {
                String part = orderNo(order) + "01";
                boolean refused = bank.plans.get(part) == FakeBank.Loan.REFUSES;
                assertThat(bank.moved(part)).as(part).isEqualTo(refused ? 0 : 1);
                assertThat(database.number("SELECT COUNT(*) FROM sub_order WHERE sub_order_no = '" + part + "'"))
                        .as(part)
                        .isEqualTo(refused ? 0 : 1);
                assertThat(database.number("SELECT status FROM funding WHERE order_no = '" + orderNo(order) + "'"))
                        .isEqualTo(refused ? 45 : 40);
            }
            assertThat(database.number("SELECT COUNT(*) FROM mq_outbox")).isEqualTo(orders);
            Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
            try (Connection connection = database.open()) {
                assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
            }
        }
    }

    @Test
    void a_bank_that_cannot_be_reached_is_waited_for_and_nothing_is_decided() {
        try (FundRouterNode node = node()) {
            bank.close();
            node.activate(orderNo(1), null, 100_000);
            node.start();
            Eventually.within(
                    LIMIT,
                    "it was tried",
                    () -> database.number("SELECT COUNT(*) FROM fund_step_log WHERE state = 'N'") > 1);
            assertThat(database.number("SELECT status FROM funding")).isEqualTo(30);
            assertThat(database.number("SELECT touched FROM fund_task")).isZero();
        }
    }

    @Test
    void an_order_of_which_nothing_left_goes_to_another_bank_and_one_whose_answer_is_lost_never_does()
            throws SQLException {
        FakeBank first = new FakeBank();
        InstitutionCalls toFirst = new HttpCalls(first.address(), Duration.ofSeconds(20));
        InstitutionCalls toSecond = new HttpCalls(bank.address(), Duration.ofSeconds(20));
        InstitutionCalls calls = (channel, endpoint, request, requestNo) -> {
            if (channel.channel().equals("first-bank") && endpoint.path().equals("loan/query")) {
                first.close(); // away before it can say what became of the loan
            }
            InstitutionCalls to = channel.channel().equals("first-bank") ? toFirst : toSecond;
            return to.call(channel, endpoint, request, requestNo);
        };
        try (first;
                FundRouterNode node = new FundRouterNode(database, "router", LEASE, calls)) {
            publishImpatient(node, "BANK-A", "first-bank");
            publishImpatient(node, "BANK-B", "other-bank");
            node.funds.route(TWO_BANKS);
            first.plans.put(orderNo(1) + "01", FakeBank.Loan.CLOSES_AFTER);
            node.activate(orderNo(1), null, 100_000);
            node.start();
            Eventually.within(
                    LIMIT,
                    "the answer is lost, and nobody is there to ask",
                    () -> database.number("SELECT COUNT(*) FROM fund_step_log WHERE state = 'N'") > 0);
            node.activate(orderNo(2), null, 100_000);
            Eventually.within(
                    LIMIT,
                    "the other order is funded",
                    () -> database.number("SELECT COUNT(*) FROM funding WHERE status = 40") == 1);
            Eventually.within(
                    LIMIT,
                    "the first one was tried in vain for longer than its flow gives up after",
                    () -> database.number("SELECT COUNT(*) FROM fund_step_log l JOIN fund_task t ON t.id = l.task_id"
                                    + " WHERE l.state = 'N' AND t.order_no = '" + orderNo(1)
                                    + "' AND l.started_at > t.created_at + INTERVAL 2 SECOND")
                            > 0);
            assertThat(database.texts(
                            "SELECT CONCAT(order_no, ' ', status, ' ', route_attempt) FROM funding ORDER BY order_no"))
                    .containsExactly(orderNo(1) + " 30 1", orderNo(2) + " 40 2");
            assertThat(database.texts("SELECT CONCAT(sub_order_no, ' ', institution_code, ' ', contribution_fen)"
                            + " FROM sub_order ORDER BY seat"))
                    .containsExactly(orderNo(2) + "0102 BANK-B 80000", orderNo(2) + "0202 SMALL-LOAN 20000");
            assertThat(database.texts("SELECT CONCAT(order_no, ' ', attempt, ' ', institution_code, ' ', status)"
                            + " FROM fund_quota_entry ORDER BY order_no, attempt"))
                    .containsExactly(
                            orderNo(1) + " 1 BANK-A RESERVED",
                            orderNo(2) + " 1 BANK-A RELEASED",
                            orderNo(2) + " 2 BANK-B USED");
            assertThat(database.texts(
                            "SELECT CONCAT(status, ' ', touched, ' ', reason) FROM fund_task WHERE order_no = '"
                                    + orderNo(2) + "' AND attempt = 1"))
                    .containsExactly("8 0 nothing was sent within 1 s, at last: no connection");
            assertThat(first.moved(orderNo(1) + "01")).isEqualTo(1);
            assertThat(first.requests).noneMatch(line -> line.contains(orderNo(2)));
            Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
            try (Connection connection = database.open()) {
                assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
            }
        }
    }

    private static void publishImpatient(FundRouterNode node, String institution, String channel) {
        for (String behaviour : List.of("loan", "cancel")) {
            node.engine.publishAndActivate(
                    Definition.Kind.FLOW,
                    TaskNode.faster(FlowTexts.text("first-bank." + behaviour).replace("first-bank", channel))
                            .replace("unsent: 15m", "unsent: 1s"));
        }
        node.engine.publishAndActivate(
                Definition.Kind.CHANNEL,
                FlowTexts.text("first-bank.channel")
                        .replace("first-bank", channel)
                        .replace("BANK-A", institution));
    }

    private FundRouterNode node() {
        return new FundRouterNode(database, "router", LEASE, new HttpCalls(bank.address(), Duration.ofSeconds(20)))
                .publishBanks();
    }
}

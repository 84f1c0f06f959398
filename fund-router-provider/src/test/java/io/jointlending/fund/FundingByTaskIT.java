package io.jointlending.fund;

import static io.jointlending.fund.FundRouterNode.orderNo;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.support.Eventually;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

    private FundRouterNode node() {
        return new FundRouterNode(database, "router", LEASE, new HttpCalls(bank.address(), Duration.ofSeconds(20)))
                .publishBanks();
    }
}

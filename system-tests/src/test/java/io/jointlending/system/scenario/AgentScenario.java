package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.AgentService;
import io.jointlending.api.channel.AssignCustomerRequest;
import io.jointlending.api.channel.CustomerOrdersView;
import io.jointlending.api.channel.MyOrdersQuery;
import io.jointlending.api.channel.RegisterAgentRequest;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.system.client.Borrowing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer manager logs in and sees the orders of the own customers, and of nobody else. */
@ExtendWith(OnPlatform.class)
final class AgentScenario {
    private static final String CHANNEL = "APP-MAIN";

    private final Platform platform;

    AgentScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_customer_manager_sees_the_orders_of_the_own_customers_masked() throws SQLException {
        String session = agentSession();
        AgentService agents = service(AgentService.class);
        platform.calls()
                .twice(
                        "agent",
                        agents::registerAgent,
                        new RegisterAgentRequest(platform.number("agent"), "AG-S1", CHANNEL, "agnes", "tester"));
        Borrowing own = platform.borrower();
        own.activate(500_000);
        String order =
                own.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", 100_000, 3).orderNo();
        Borrowing other = platform.borrower();
        other.activate(500_000);
        String others = other.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", 100_000, 3)
                .orderNo();
        platform.calls()
                .twice(
                        "assign",
                        agents::assignCustomer,
                        new AssignCustomerRequest(platform.number("assign"), "AG-S1", own.borrowerNo(), "tester"));

        CustomerOrdersView mine = data(as(session, () -> agents.findMyOrders(new MyOrdersQuery(CHANNEL, null, 50))));
        assertThat(mine.orders()).singleElement().satisfies(one -> {
            assertThat(one.orderNo()).isEqualTo(order).isNotEqualTo(others);
            assertThat(one.maskedName()).contains("*");
            assertThat(one.maskedBorrowerNo()).contains("***").isNotEqualTo(own.borrowerNo());
        });
        assertThat(as(session, () -> agents.findMyOrders(new MyOrdersQuery("PARTNER-A", null, 50)))
                        .code())
                .as("another channel")
                .isEqualTo("A0406");
        assertThat(as(session, () -> service(LoanService.class).findOrder(new OrderQuery(order)))
                        .code())
                .as("orders at large are not open to a customer manager")
                .isEqualTo("A0406");
        assertThat(agents.findMyOrders(new MyOrdersQuery(CHANNEL, null, 50)).code())
                .as("an application is nobody's customer manager")
                .isEqualTo("A0401");
    }

    /** A user of the channel with the role of a customer manager and a session, as the login leaves them behind. */
    private String agentSession() throws SQLException {
        String token = "session-of-agnes-" + platform.number("token");
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO channel_admin.iam_user (login_name, display_name, user_kind, status,"
                    + " password_hash, password_salt, password_rounds, must_change)"
                    + " VALUES ('agnes', 'Agnes', 'CHANNEL_USER', 'ENABLED', 'none', 'none', 10000, 0)");
            statement.execute(
                    "INSERT INTO channel_admin.iam_user_role (login_name, role_code) VALUES ('agnes', 'AGENT')");
            statement.execute("INSERT INTO channel_admin.iam_user_channel (login_name, channel_code) VALUES ('agnes', '"
                    + CHANNEL + "')");
            statement.execute("INSERT INTO channel_admin.iam_session (token_hash, login_name, last_seen_at, expires_at)"
                    + " VALUES (SHA2('" + token
                    + "', 256), 'agnes', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 HOUR)");
        }
        return token;
    }

    private <T> T service(Class<T> contract) {
        return platform.services().consumer().service(contract);
    }

    private static <T> T as(String session, Supplier<T> work) {
        CurrentSession.set(session);
        try {
            return work.get();
        } finally {
            CurrentSession.set(null);
        }
    }

    private static <T> T data(RpcResult<T> result) {
        assertThat(result.code()).as(result.message()).isEqualTo("00000");
        return Objects.requireNonNull(result.data());
    }
}

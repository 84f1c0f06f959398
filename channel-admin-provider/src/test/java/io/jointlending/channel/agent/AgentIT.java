package io.jointlending.channel.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.AgentQuery;
import io.jointlending.api.channel.AgentView;
import io.jointlending.api.channel.AssignCustomerRequest;
import io.jointlending.api.channel.ChangeAgentStatusRequest;
import io.jointlending.api.channel.CustomerAssignmentView;
import io.jointlending.api.channel.CustomerOrderView;
import io.jointlending.api.channel.CustomerOrdersView;
import io.jointlending.api.channel.CustomerQuery;
import io.jointlending.api.channel.ListAgentsQuery;
import io.jointlending.api.channel.MyOrdersQuery;
import io.jointlending.api.channel.RegisterAgentRequest;
import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.channel.Fixture;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.schema.SchemaScripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgentIT {
    private static final String CHANNEL = "APP-MAIN";

    private static final List<BorrowerOrderView> ORDERS = new ArrayList<>();
    private static final List<Integer> ASKED = new ArrayList<>();

    private static Fixture provider;
    private static AgentRpc agents;

    @BeforeAll
    static void open() {
        provider = Fixture.open();
        for (int i = 1; i <= 9; i++) {
            user("user" + i);
        }
        agents = new AgentRpc(
                new Agents(provider.database().session()),
                provider.part(AcquisitionChannels.class),
                provider.part(Users.class),
                provider.part(AuditLog.class),
                AgentIT::orders,
                provider.part(IdempotentCommands.class));
    }

    @AfterAll
    static void close() throws SQLException {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "channel_admin");
        try (Connection connection = provider.database().open()) {
            assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
        }
        provider.close();
    }

    @Test
    void a_customer_manager_is_a_user_of_a_channel_once() {
        AgentView made = register("g-1", "AG-1", CHANNEL, "user1");
        assertThat(register("g-1", "AG-1", CHANNEL, "user1")).as("repeated").isEqualTo(made);
        assertThat(Remote.data(agents.findAgent(new AgentQuery("AG-1")))).isEqualTo(made);
        refused("A0528", "agentNo", () -> register("g-2", "AG-1", CHANNEL, "user2"));
        refused("A0528", "loginName", () -> register("g-3", "AG-2", CHANNEL, "user1"));
        refused("A0608", "loginName", () -> register("g-4", "AG-2", CHANNEL, "nobody"));
        refused("A0623", "channelCode", () -> register("g-5", "AG-2", "NO-CHANNEL", "user2"));
        refused("A0626", "agentNo", () -> agents.findAgent(new AgentQuery("AG-2")));
        refused("A0627", "status", () -> status("s-1", "AG-1", AgentView.ENABLED));
        assertThat(status("s-2", "AG-1", AgentView.DISABLED).version()).isEqualTo(2);
        assertThat(audits("AGENT", "AG-1")).containsExactly("registerAgent", "changeAgentStatus");
    }

    @Test
    void customer_managers_are_listed_by_number_page_by_page_and_by_channel() {
        for (int i = 1; i <= 3; i++) {
            user("listed" + i);
            provider.database()
                    .execute("INSERT INTO agent (agent_no, channel_code, login_name, status, version) VALUES ('ZZ-" + i
                            + "', '" + (i == 2 ? "PARTNER-A" : CHANNEL) + "', 'listed" + i + "', 'ENABLED', 1)");
        }
        assertThat(list(CHANNEL, "ZZ-", 50)).containsExactly("ZZ-1", "ZZ-3");
        assertThat(list("PARTNER-A", null, 50)).containsExactly("ZZ-2");
        assertThat(list(null, "ZZ-", 2)).containsExactly("ZZ-1", "ZZ-2");
        assertThat(list(null, "ZZ-2", 2)).containsExactly("ZZ-3");
        assertThat(list("NO-CHANNEL", null, 50)).isEmpty();
    }

    private static void user(String loginName) {
        provider.database()
                .execute("INSERT INTO iam_user (login_name, display_name, user_kind, status, password_hash,"
                        + " password_salt, password_rounds, must_change) VALUES ('" + loginName
                        + "', 'User', 'OPERATOR', 'ENABLED', 'x', 'x', 10000, 0)");
    }

    private static List<String> list(@Nullable String channelCode, @Nullable String after, int pageSize) {
        return Remote.data(agents.listAgents(new ListAgentsQuery(channelCode, after, pageSize))).agents().stream()
                .map(AgentView::agentNo)
                .toList();
    }

    @Test
    void a_customer_has_one_customer_manager_at_a_time_and_every_change_is_audited() {
        register("g-6", "AG-3", CHANNEL, "user3");
        register("g-7", "AG-4", CHANNEL, "user4");
        refused("A0629", "borrowerNo", () -> agents.findAssignment(new CustomerQuery("B-1")));
        assertThat(assign("c-1", "AG-3", "B-1").version()).isEqualTo(1);
        assertThat(assign("c-2", "AG-3", "B-1").version()).as("given again").isEqualTo(1);
        assertThat(assign("c-3", "AG-4", "B-1").version()).isEqualTo(2);
        assertThat(Remote.data(agents.findAssignment(new CustomerQuery("B-1"))).agentNo())
                .isEqualTo("AG-4");
        status("s-3", "AG-3", AgentView.DISABLED);
        refused("A0627", "agentNo", () -> assign("c-4", "AG-3", "B-2"));
        refused("A0626", "agentNo", () -> assign("c-5", "AG-0", "B-2"));
        assertThat(audits("CUSTOMER", "B-1")).containsExactly("assignCustomer", "assignCustomer");
    }

    @Test
    void of_many_who_give_a_customer_at_once_each_is_told_the_truth_and_one_has_it() throws Exception {
        register("g-8", "AG-5", CHANNEL, "user5");
        register("g-9", "AG-6", CHANNEL, "user6");
        ExecutorService callers = Executors.newFixedThreadPool(6);
        int done = 0;
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            assign("c-many-" + i, i % 2 == 0 ? "AG-5" : "AG-6", "B-MANY");
                            return true;
                        } catch (Refusal refusal) {
                            assertThat(refusal.code().code()).isEqualTo("A0614");
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> one : callers.invokeAll(calls)) {
                done += one.get() ? 1 : 0;
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(done).isPositive();
        CustomerAssignmentView now = Remote.data(agents.findAssignment(new CustomerQuery("B-MANY")));
        assertThat(audits("CUSTOMER", "B-MANY"))
                .as("one audit row for each version")
                .hasSize((int) (long) now.version());
    }

    @Test
    void orders_are_those_of_the_own_customers_masked_whoever_asks_and_whatever_is_asked() {
        register("g-10", "AG-7", CHANNEL, "user7");
        register("g-11", "AG-8", CHANNEL, "user8");
        for (int i = 1; i <= 600; i++) {
            provider.database()
                    .execute("INSERT INTO customer_assignment (borrower_no, agent_no, version) VALUES ('OWN-" + i
                            + "', 'AG-7', 1)");
        }
        assign("c-6", "AG-8", "OTHER-1");
        order("2601310000000000010001", "OWN-1", "测**");
        order("2601310000000000020001", "OTHER-1", "张*");
        order("2602010000000000030001", "OWN-599", null);
        order("2602010000000000040001", "OWN-1", "测**");

        CustomerOrdersView mine = mine("user7", CHANNEL, null, 50);
        assertThat(mine.agentNo()).isEqualTo("AG-7");
        assertThat(mine.orders())
                .extracting(one -> one.orderNo() + " " + one.maskedBorrowerNo() + " " + one.maskedName())
                .containsExactly(
                        "2602010000000000040001 OW*** 测**",
                        "2602010000000000030001 OW***** null",
                        "2601310000000000010001 OW*** 测**");
        assertThat(ASKED).as("one question for all customers").containsExactly(600);
        assertThat(mine("user7", CHANNEL, "2602010000000000030001", 1).orders())
                .extracting(CustomerOrderView::orderNo)
                .containsExactly("2601310000000000010001");
        assertThat(mine("user8", CHANNEL, null, 50).orders())
                .extracting(CustomerOrderView::orderNo)
                .containsExactly("2601310000000000020001");

        refused("A0626", "channelCode", () -> mine("user9", CHANNEL, null, 50));
        refused("A0626", "channelCode", () -> mine("user7", "PARTNER-A", null, 50));
        status("s-4", "AG-8", AgentView.DISABLED);
        refused("A0627", null, () -> mine("user8", CHANNEL, null, 50));
        refused("A0401", null, () -> agents.findMyOrders(new MyOrdersQuery(CHANNEL, null, 50)));
    }

    @Test
    void a_customer_manager_has_at_most_so_many_customers() {
        register("g-12", "AG-9", CHANNEL, "user9");
        for (int from = 0; from < CustomerAssignmentView.MOST; from += 500) {
            String rows = String.join(
                    ", ",
                    IntStream.range(from, from + 500)
                            .mapToObj(i -> "('FULL-" + i + "', 'AG-9', 1)")
                            .toList());
            provider.database()
                    .execute("INSERT INTO customer_assignment (borrower_no, agent_no, version) VALUES " + rows);
        }
        refused("A0628", "agentNo", () -> assign("c-7", "AG-9", "B-ONE-MORE"));
        assertThat(mine("user9", CHANNEL, null, 50).orders()).isEmpty();
        assertThat(ASKED)
                .as("one question can name all of them")
                .containsExactly(CustomerAssignmentView.MOST)
                .allMatch(asked -> asked <= BorrowerOrdersQuery.MOST_BORROWERS);
        provider.database().execute("UPDATE agent SET login_name = 'user2' WHERE agent_no = 'AG-9'");
    }

    private static List<BorrowerOrderView> orders(List<String> borrowerNos, @Nullable String before, int limit) {
        ASKED.add(borrowerNos.size());
        return ORDERS.stream()
                .filter(order -> borrowerNos.contains(order.borrowerNo()))
                .filter(order -> before == null || order.orderNo().compareTo(before) < 0)
                .sorted(Comparator.comparing(BorrowerOrderView::orderNo).reversed())
                .limit(limit)
                .toList();
    }

    private static void order(String orderNo, String borrowerNo, @Nullable String maskedName) {
        ORDERS.add(new BorrowerOrderView(
                orderNo, borrowerNo, maskedName, "PRODUCT-A", 100_000L, 3, 40, LocalDateTime.of(2026, 1, 31, 9, 0)));
    }

    private static AgentView register(String requestNo, String agentNo, String channelCode, String loginName) {
        return Remote.data(
                agents.registerAgent(new RegisterAgentRequest(requestNo, agentNo, channelCode, loginName, "mia")));
    }

    private static AgentView status(String requestNo, String agentNo, String status) {
        return Remote.data(agents.changeAgentStatus(new ChangeAgentStatusRequest(requestNo, agentNo, status, "mia")));
    }

    private static CustomerAssignmentView assign(String requestNo, String agentNo, String borrowerNo) {
        return Remote.data(agents.assignCustomer(new AssignCustomerRequest(requestNo, agentNo, borrowerNo, "mia")));
    }

    private static CustomerOrdersView mine(String loginName, String channelCode, @Nullable String before, int size) {
        ASKED.clear();
        return Remote.data(as(
                new Person(loginName, false, Set.of("channel:agent:orders"), Set.of(), false),
                () -> agents.findMyOrders(new MyOrdersQuery(channelCode, before, size))));
    }

    private static <T> T as(Person person, Supplier<T> work) {
        return CallContext.as(new Caller("app", List.of("*"), person, "0".repeat(64)), "192.0.2.9", work);
    }

    private static List<String> audits(String kind, String code) {
        return provider.database()
                .texts("SELECT action FROM audit_log WHERE target_kind = '" + kind + "' AND target_code = '" + code
                        + "' ORDER BY id");
    }

    private static void refused(String code, @Nullable String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code().code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }
}

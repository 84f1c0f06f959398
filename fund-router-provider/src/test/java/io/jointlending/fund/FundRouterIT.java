package io.jointlending.fund;

import static io.jointlending.fund.FundRouterNode.orderNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.LegView;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.suborder.application.SettleSubOrders;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.support.Eventually;
import io.jointlending.support.consume.NotYet;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.schema.VerifyReport;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FundRouterIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String THREE = "JOINT-50-30-20";
    private static final String TWO_SCHEMES =
            """
            route: two
            version: 1
            products: [LOAN-A]
            facts:
              product: {type: enum, values: [LOAN-A]}
              amountFen: {type: long, min: 1, max: 1000000000}
            funds: {BANK-A: {}, BANK-B: {}}
            rules: []
            otherwise: {priority: [JOINT-50-30-20, JOINT-70-30]}
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
    void institutions_accept_refuse_answer_late_and_lose_their_answers() throws Exception {
        try (FundRouterNode node = node()) {
            plan(2, 2, FakeBank.Loan.REFUSES);
            plan(3, 1, FakeBank.Loan.LATE);
            plan(4, 1, FakeBank.Loan.CLOSES_AFTER);
            plan(5, 2, FakeBank.Loan.HTML);
            plan(6, 1, FakeBank.Loan.REFUSES);
            plan(6, 2, FakeBank.Loan.REFUSES);
            for (int order = 1; order <= 6; order++) {
                node.activate(orderNo(order), THREE, 1_000_003);
            }
            node.activate(orderNo(7), null, 1);
            node.start();
            awaitClosed(7);

            assertThat(composition(node, 1)).isEqualTo("40 [1:5000:500001, 2:3000:300001, 3:2000:200001]");
            assertThat(composition(node, 2)).isEqualTo("40 [1:500001:500001, 3:500002:500002]");
            assertThat(composition(node, 3)).isEqualTo(composition(node, 1));
            assertThat(composition(node, 4)).isEqualTo(composition(node, 1));
            assertThat(composition(node, 5)).isEqualTo(composition(node, 1));
            assertThat(composition(node, 6)).isEqualTo("45 [3:1000003:1000003]");
            assertThat(composition(node, 7)).isEqualTo("40 [1:7000:1]");
            assertThat(view(node, 2).legs()).extracting(LegView::reason).containsExactly(null, "REJECTED", null);
            assertThat(bank.seen("loan/query", loan(3, 1))).hasSize(3);
            for (int order = 1; order <= 6; order++) {
                assertThat(bank.seen("loan/apply", loan(order, 1)))
                        .as("asked once")
                        .hasSize(1);
            }
            assertThat(database.texts("SELECT to_status FROM state_log WHERE subject = 'TASK' AND order_no = '"
                            + orderNo(3) + "' ORDER BY id"))
                    .containsExactly("FUNDING", "FUNDED");
            assertWhole();
        }
    }

    @Test
    void two_instances_make_each_sub_order_of_200_orders_once() throws Exception {
        try (FundRouterNode first = node();
                FundRouterNode second = new FundRouterNode(database, "second", LEASE, calls())) {
            List<FakeBank.Loan> plans =
                    List.of(FakeBank.Loan.TAKES, FakeBank.Loan.REFUSES, FakeBank.Loan.LATE, FakeBank.Loan.CLOSES_AFTER);
            for (int order = 1; order <= 200; order++) {
                plan(order, 1, plans.get(order % 4));
                plan(order, 2, plans.get(order / 4 % 4));
                first.activate(orderNo(order), THREE, 100_000 + order);
                first.activate(orderNo(order), THREE, 100_000 + order); // the message came twice
            }
            first.start();
            second.start();
            awaitClosed(200);
            assertThat(database.number("SELECT COUNT(DISTINCT order_no) FROM sub_order"))
                    .isEqualTo(200);
            assertThat(database.number("SELECT COUNT(*) FROM mq_outbox")).isEqualTo(200);
            assertThat(database.number("SELECT COUNT(*) FROM fund_task")).isEqualTo(400);
            assertThat(database.texts("SELECT DISTINCT claimed_by FROM funding ORDER BY claimed_by"))
                    .containsExactly("first", "second");
            assertWhole();
        }
    }

    @Test
    void a_process_that_dies_before_or_after_it_has_stored_a_step_is_continued_and_nothing_is_asked_twice()
            throws Exception {
        Duration shortLease = Duration.ofMillis(50);
        for (boolean stored : List.of(false, true)) {
            int order = stored ? 2 : 1;
            try (FundRouterNode dying = new FundRouterNode(
                            database, "dying", shortLease, calls(), way -> new DeadlyWay(way, stored));
                    FundRouterNode other = node()) {
                dying.activate(orderNo(order), null, 100_000);
                FundingOrder claimed = claimOne(dying, shortLease);
                assertThatThrownBy(() -> dying.fundOrder.run(claimed)).isInstanceOf(Killed.class);
                assertThat(database.number("SELECT COUNT(*) FROM fund_task WHERE order_no = '" + orderNo(order) + "'"))
                        .isEqualTo(stored ? 1 : 0);
                assertThat(view(dying, order).legs())
                        .extracting(LegView::status)
                        .isEqualTo(stored ? List.of("SENT", "INIT") : List.of());
                other.start();
                awaitClosed(order);
                assertThat(composition(other, order)).isEqualTo("40 [1:7000:70000, 2:3000:30000]");
                assertThat(bank.seen("loan/apply", loan(order, 1))).hasSize(1);
            }
        }
        assertWhole();
    }

    @Test
    void a_process_that_dies_after_or_before_the_request_left_is_continued_by_query_and_the_bank_saw_one_request()
            throws Exception {
        for (boolean arrives : List.of(true, false)) {
            int order = arrives ? 1 : 2;
            InstitutionCalls real = calls();
            InstitutionCalls deadly = (channel, endpoint, request, requestNo) -> {
                if (!endpoint.path().equals("loan/apply")) {
                    return real.call(channel, endpoint, request, requestNo);
                }
                if (arrives) {
                    real.call(channel, endpoint, request, requestNo);
                }
                throw new Killed();
            };
            try (FundRouterNode dying = new FundRouterNode(database, "dying", LEASE, deadly).publishBanks()) {
                dying.activate(orderNo(order), null, 100_000);
                dying.fundOrder.run(claimOne(dying, LEASE));
                assertThatThrownBy(() -> dying.engine.runTask.run(dying.engine
                                .tasks
                                .claim("first-bank", 1, 1, LEASE, "dying")
                                .get(0)))
                        .isInstanceOf(Killed.class);
            }
            assertThat(bank.seen("loan/apply", loan(order, 1))).hasSize(arrives ? 1 : 0);
            database.execute(
                    "UPDATE fund_task SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE status = 2");
            try (FundRouterNode other = node()) {
                other.start();
                if (arrives) {
                    awaitClosed(1);
                    assertThat(composition(other, order)).isEqualTo("40 [1:7000:70000, 2:3000:30000]");
                } else {
                    Eventually.within(
                            LIMIT,
                            "a person decides about what the bank does not know",
                            () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status = 9") == 1);
                    assertThat(view(other, order).legs())
                            .as("never sent again, never another institution, never the lead")
                            .extracting(LegView::status)
                            .containsExactly("SENT", "INIT");
                }
                assertThat(bank.seen("loan/apply", loan(order, 1))).hasSize(arrives ? 1 : 0);
            }
        }
        assertWhole();
    }

    @Test
    void a_step_whose_lease_ended_cannot_write_over_its_successor() throws Exception {
        try (FundRouterNode slow = new FundRouterNode(database, "slow", Duration.ofMillis(1), calls());
                FundRouterNode other = node()) {
            slow.activate(orderNo(1), null, 100_000);
            FundingOrder stale = claimOne(slow, Duration.ofMillis(1));
            other.start();
            awaitClosed(1);
            long moves = database.number("SELECT COUNT(*) FROM state_log");
            slow.fundOrder.run(stale);
            assertThat(database.number("SELECT COUNT(*) FROM state_log")).isEqualTo(moves);
            assertThat(database.number("SELECT COUNT(*) FROM fund_task")).isEqualTo(1);
            assertWhole();
        }
    }

    @Test
    void a_refusal_takes_back_what_was_moved_and_leads_to_another_scheme_under_other_numbers() throws Exception {
        try (FundRouterNode node = node()) {
            node.funds.route(TWO_SCHEMES);
            plan(1, 2, FakeBank.Loan.REFUSES);
            plan(2, 2, FakeBank.Loan.REFUSES);
            bank.standing.add(loan(2, 1));
            for (int order = 1; order <= 3; order++) {
                node.activate(orderNo(order), null, 100_000);
            }
            node.start();
            awaitClosed(3);
            assertThat(composition(node, 1)).as("by the second scheme").isEqualTo("40 [1:7000:70000, 2:3000:30000]");
            assertThat(composition(node, 2))
                    .as("what cannot be taken back stays, the lead takes over")
                    .isEqualTo("40 [1:50000:50000, 3:50000:50000]");
            assertThat(composition(node, 3)).isEqualTo("40 [1:5000:50000, 2:3000:30000, 3:2000:20000]");
            assertThat(bank.cancelled).isEqualTo(Map.of(loan(1, 1), 1));
            assertThat(bank.lent()).containsExactly(loan(1, 1) + "02", loan(2, 1), loan(3, 1), loan(3, 2));
            assertThat(quota("DAY")).as("lent by the first bank").isEqualTo("170000 0");
            assertWhole();
        }
    }

    @Test
    void an_institution_without_an_active_channel_is_waited_for_and_nobody_answers_in_its_place() throws Exception {
        try (FundRouterNode node = new FundRouterNode(database, "first", LEASE, calls())) {
            node.publishBank("BANK-A", "first-bank");
            node.activate(orderNo(1), THREE, 100_000);
            node.start();
            Eventually.within(
                    LIMIT,
                    "somebody is told",
                    () -> database.number("SELECT COUNT(*) FROM alarm WHERE alarm_code = 'FUND_NO_CHANNEL'") == 1);
            Eventually.within(LIMIT, "the other bank has paid", () -> bank.moved(loan(1, 1)) == 1);
            assertThat(view(node, 1).status()).isEqualTo(30);
            node.publishBank("BANK-B", "other-bank");
            awaitClosed(1);
            assertThat(composition(node, 1)).isEqualTo("40 [1:5000:50000, 2:3000:30000, 3:2000:20000]");
            assertWhole();
        }
    }

    @Test
    void sub_orders_are_settled_once_they_exist() throws Exception {
        try (FundRouterNode node = node()) {
            SettleSubOrders settle = new SettleSubOrders(node.subOrders, node.quotas);
            MasterOrderSettled settled =
                    new MasterOrderSettled(orderNo(1), 7L, 100_000L, LocalDate.of(2027, 2, 21), null);
            Runnable receive = () -> database.transactions().inTransaction(() -> settle.run(settled));
            assertThatThrownBy(receive::run).isInstanceOf(NotYet.class);
            node.activate(orderNo(1), null, 100_000);
            node.start();
            awaitClosed(1);
            receive.run();
            receive.run();
            assertThat(view(node, 1).subOrders())
                    .extracting(subOrder -> subOrder.status())
                    .containsExactly("SETTLED", "SETTLED");
            assertThat(database.texts("SELECT CONCAT(seat, from_status, to_status) FROM state_log"
                            + " WHERE subject = 'SUB_ORDER' AND from_status IS NOT NULL ORDER BY seat"))
                    .containsExactly("1ACTIVESETTLED", "2ACTIVESETTLED");
            assertThat(database.number("SELECT MIN(settled_sequence) FROM sub_order"))
                    .isEqualTo(7);
            assertWhole();
        }
    }

    @Test
    void a_reversal_opens_the_sub_orders_and_the_later_event_wins_in_any_order() throws Exception {
        try (FundRouterNode node = node()) {
            SettleSubOrders follow = new SettleSubOrders(node.subOrders, node.quotas);
            node.activate(orderNo(1), null, 100_000);
            node.start();
            awaitClosed(1);
            LocalDate day = LocalDate.of(2027, 2, 21);
            hear(() -> follow.run(new MasterOrderSettled(orderNo(1), 7L, 100_000L, day, null)));
            hear(() -> follow.run(reversed(8L, false)));
            assertThat(view(node, 1).subOrders())
                    .extracting(subOrder -> subOrder.status())
                    .containsOnly("ACTIVE");
            hear(() -> follow.run(new MasterOrderSettled(orderNo(1), 7L, 100_000L, day, null)));
            hear(() -> follow.run(reversed(9L, true)));
            assertThat(view(node, 1).subOrders())
                    .as("neither the earlier event again nor a reversal that leaves the order settled")
                    .extracting(subOrder -> subOrder.status())
                    .containsOnly("ACTIVE");
            assertThat(quota("BALANCE")).as("owed again").isEqualTo("70000 0");
            hear(() -> follow.run(new MasterOrderSettled(orderNo(1), 12L, 100_000L, day, null)));
            hear(() -> follow.run(reversed(11L, false)));
            assertThat(view(node, 1).subOrders())
                    .extracting(subOrder -> subOrder.status())
                    .containsOnly("SETTLED");
            assertThat(database.texts("SELECT CONCAT(from_status, to_status) FROM state_log"
                            + " WHERE subject = 'SUB_ORDER' AND from_status IS NOT NULL AND seat = 1 ORDER BY id"))
                    .containsExactly("ACTIVESETTLED", "SETTLEDACTIVE", "ACTIVESETTLED");
            assertThat(quota("DAY")).as("lent on that day").isEqualTo("70000 0");
            assertThat(quota("BALANCE")).as("paid back").isEqualTo("0 0");
            assertWhole();
        }
    }

    /** Used and reserved of the first bank. */
    private String quota(String dimension) {
        return database.texts("SELECT CONCAT(used_fen, ' ', reserved_fen) FROM fund_quota"
                        + " WHERE institution_code = 'BANK-A' AND dimension = '" + dimension + "'")
                .get(0);
    }

    private void hear(Runnable message) {
        database.transactions().inTransaction(message);
    }

    private static RepaymentReversed reversed(long sequence, boolean settled) {
        return new RepaymentReversed(
                orderNo(1),
                "R00000000000001",
                sequence,
                3L,
                500L,
                99_500L,
                "ON_SETTLEMENT",
                settled,
                LocalDate.of(2027, 2, 22),
                false);
    }

    @Test
    void quotas_are_reserved_used_by_those_who_fund_and_given_back_by_those_who_refuse() throws Exception {
        try (FundRouterNode node = node()) {
            node.funds.limit("BANK-A", 150_000);
            plan(2, 1, FakeBank.Loan.REFUSES);
            for (int order = 1; order <= 2; order++) {
                node.activate(orderNo(order), null, 100_000);
            }
            node.start();
            awaitClosed(2);
            assertThat(composition(node, 1)).isEqualTo("40 [1:7000:70000, 2:3000:30000]");
            assertThat(composition(node, 2)).isEqualTo("45 [2:100000:100000]");
            assertThat(quota("DAY")).as("what was refused is free again").isEqualTo("70000 0");
            node.activate(orderNo(3), null, 200_000);
            awaitClosed(3);
            assertThat(composition(node, 3)).as("over the quota").isEqualTo("40 [2:10000:200000]");
            assertThat(database.texts("SELECT status FROM fund_quota_entry ORDER BY order_no"))
                    .containsExactly("USED", "RELEASED");
            assertThat(database.number("SELECT COUNT(*) FROM fund_task")).isEqualTo(2);
            assertWhole();
        }
    }

    @Test
    void the_check_script_finds_what_must_not_be() throws Exception {
        try (FundRouterNode node = node()) {
            node.activate(orderNo(1), THREE, 100_000);
            node.activate(orderNo(2), THREE, 100_000);
            node.start();
            awaitClosed(2);
            assertWhole();
        }
        database.execute("UPDATE sub_order SET contribution_fen = contribution_fen + 1 WHERE seat = 3 AND order_no = '"
                + orderNo(1) + "'");
        database.execute("UPDATE funding SET status = 30 WHERE order_no = '" + orderNo(2) + "'");
        database.execute("UPDATE fund_leg SET status = 'SENT' WHERE seat = 1 AND order_no = '" + orderNo(1) + "'");
        database.execute("UPDATE mq_outbox SET msg_key = 'other' WHERE msg_key = 'suborders-" + orderNo(1) + "'");
        database.execute("UPDATE fund_quota_entry SET status = 'RESERVED' WHERE order_no = '" + orderNo(2) + "'");
        assertThat(verify().broken())
                .extracting(VerifyReport.BrokenRule::rule)
                .containsExactly(
                        "the contributions of a funded order add up to its principal",
                        "a sub-order belongs to a funded task",
                        "a sub-order is what its accepted leg says",
                        "no leg of a funded order is undecided",
                        "a funded order was announced once",
                        "what is reserved of a quota is what its entries have reserved",
                        "what is used of a quota is what its entries have used",
                        "an external institution funds from its quota");
    }

    @Test
    void an_order_that_has_not_come_yet_has_its_own_code() {
        try (FundRouterNode node = node()) {
            assertThatThrownBy(() -> view(node, 9)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                            refusal.code().code())
                    .isEqualTo("A0531"));
        }
    }

    private FundRouterNode node() {
        return new FundRouterNode(database, "first", LEASE, calls()).publishBanks();
    }

    private InstitutionCalls calls() {
        return new HttpCalls(bank.address(), Duration.ofSeconds(20));
    }

    private void plan(int order, int seat, FakeBank.Loan plan) {
        bank.plans.put(loan(order, seat), plan);
    }

    private static String loan(int order, int seat) {
        return orderNo(order) + "0" + seat;
    }

    private static FundingOrder claimOne(FundRouterNode node, Duration lease) {
        return node.tasks.claim(1, lease, "dying").get(0);
    }

    private void awaitClosed(int orders) {
        Eventually.within(
                LIMIT,
                orders + " orders funded",
                () -> database.number("SELECT COUNT(*) FROM funding WHERE status IN (40, 45)") == orders);
    }

    private static FundingView view(FundRouterNode node, int order) {
        return Remote.data(node.funding.findFunding(new OrderQuery(orderNo(order))));
    }

    private static String composition(FundRouterNode node, int order) {
        FundingView view = view(node, order);
        return view.status() + " "
                + view.subOrders().stream()
                        .map(one -> one.seat() + ":" + one.weight() + ":" + one.contributionFen())
                        .toList();
    }

    /** The books hold, and the money that the banks have moved is that of the sub-orders. */
    private void assertWhole() throws SQLException {
        VerifyReport report = verify();
        assertThat(report.broken()).isEmpty();
        assertThat(report.checks()).isGreaterThan(5);
        assertThat(PersonalData.in(database)).isEmpty();
        assertThat(bank.moved.values()).allMatch(times -> times.get() == 1);
        assertThat(database.texts("SELECT sub_order_no FROM sub_order WHERE institution_code <> 'SMALL-LOAN'"
                        + " ORDER BY sub_order_no"))
                .isEqualTo(bank.lent());
    }

    private VerifyReport verify() throws SQLException {
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
        try (Connection connection = database.open()) {
            return SchemaScripts.verify(connection, scripts);
        }
    }

    /** The process ends with the call. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record DeadlyWay(Institutions way, boolean stored) implements Institutions {
        @Override
        public boolean reaches(String institutionCode) {
            return way.reaches(institutionCode);
        }

        @Override
        public boolean cancels(String institutionCode) {
            return way.cancels(institutionCode);
        }

        @Override
        public void ask(Funding funding, Leg leg) {
            way.ask(funding, leg);
            if (!stored) {
                throw new Killed();
            }
        }

        @Override
        public void cancel(Funding funding, Leg leg) {
            way.cancel(funding, leg);
        }

        @Override
        public List<Leg> answered(Funding funding) {
            return way.answered(funding);
        }

        @Override
        public void begin() {
            throw new Killed();
        }
    }
}

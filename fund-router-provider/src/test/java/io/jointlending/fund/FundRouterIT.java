package io.jointlending.fund;

import static io.jointlending.fund.FundRouterNode.orderNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.LegView;
import io.jointlending.api.fund.SandboxInstitutionRequest;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.suborder.application.SettleSubOrders;
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
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FundRouterIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String THREE = "JOINT-50-30-20";

    private SchemaFixture database;

    @BeforeEach
    void open() {
        database = SchemaFixture.create("fund_router");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void institutions_accept_refuse_answer_late_and_lose_their_answers() throws Exception {
        try (FundRouterNode node = node()) {
            answer(node, 1, "BANK-A", "ACCEPT", 0);
            answer(node, 2, "BANK-B", "REFUSE", 0);
            answer(node, 3, "BANK-A", "LATE", 3);
            answer(node, 4, "BANK-A", "LOST", 0);
            answer(node, 5, "BANK-B", "LOST", 4);
            answer(node, 6, "BANK-A", "REFUSE", 0);
            answer(node, 6, "BANK-B", "REFUSE", 0);
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
            assertThat(view(node, 2).legs())
                    .extracting(LegView::reason)
                    .containsExactly(null, "the sandbox refuses", null);
            assertThat(database.texts(
                            "SELECT CONCAT(submits, ' ', queries) FROM sandbox_institution_request WHERE order_no = '"
                                    + orderNo(3) + "' AND institution_code = 'BANK-A'"))
                    .containsExactly("1 4");
            assertThat(database.texts("SELECT to_status FROM state_log WHERE subject = 'TASK' AND order_no = '"
                            + orderNo(3) + "' ORDER BY id"))
                    .containsExactly("ROUTED", "FUNDING", "FUNDED");
            assertWhole();
        }
    }

    @Test
    void two_instances_make_each_sub_order_of_200_orders_once() throws Exception {
        try (FundRouterNode first = node();
                FundRouterNode second = new FundRouterNode(database, "second", LEASE, UnaryOperator.identity())) {
            List<String> answers = List.of("ACCEPT", "REFUSE", "LATE", "LOST");
            for (int order = 1; order <= 200; order++) {
                answer(first, order, "BANK-A", answers.get(order % 4), order % 3);
                answer(first, order, "BANK-B", answers.get(order / 4 % 4), order % 2);
                first.activate(orderNo(order), THREE, 100_000 + order);
                first.activate(orderNo(order), THREE, 100_000 + order); // the message came twice
            }
            first.start();
            second.start();
            awaitClosed(200);
            assertThat(database.number("SELECT COUNT(DISTINCT order_no) FROM sub_order"))
                    .isEqualTo(200);
            assertThat(database.number("SELECT COUNT(*) FROM mq_outbox")).isEqualTo(200);
            assertThat(database.number("SELECT MAX(submits) FROM sandbox_institution_request"))
                    .isEqualTo(1);
            assertThat(database.number("SELECT COUNT(*) FROM sandbox_institution_request"))
                    .isEqualTo(400);
            assertThat(database.texts("SELECT DISTINCT claimed_by FROM funding ORDER BY claimed_by"))
                    .containsExactly("first", "second");
            assertWhole();
        }
    }

    @Test
    void a_process_that_dies_after_or_before_the_request_left_is_continued_by_query_and_the_books_show_one_request()
            throws Exception {
        for (boolean arrives : List.of(true, false)) {
            int order = arrives ? 1 : 2;
            Duration shortLease = Duration.ofMillis(50);
            try (FundRouterNode dying = new FundRouterNode(
                            database, "dying", shortLease, bank -> new DeadlyInstitution(bank, arrives));
                    FundRouterNode other = node()) {
                dying.activate(orderNo(order), null, 100_000);
                dying.fundOrder.run(claimOne(dying, shortLease));
                FundingOrder routed = claimOne(dying, shortLease);
                assertThatThrownBy(() -> dying.fundOrder.run(routed)).isInstanceOf(Killed.class);
                assertThat(view(dying, order).status()).isEqualTo(30);
                assertThat(view(dying, order).legs())
                        .extracting(LegView::status)
                        .containsExactly("SENT", "INIT");

                other.start();
                awaitClosed(order);
                assertThat(composition(other, order)).isEqualTo("40 [1:7000:70000, 2:3000:30000]");
                assertThat(database.texts("SELECT CONCAT(submits, ' ', status) FROM sandbox_institution_request"
                                + " WHERE order_no = '" + orderNo(order) + "'"))
                        .containsExactly("1 ACCEPTED");
            }
        }
        assertWhole();
    }

    @Test
    void a_step_whose_lease_ended_cannot_write_over_its_successor() throws Exception {
        try (FundRouterNode slow =
                        new FundRouterNode(database, "slow", Duration.ofMillis(1), UnaryOperator.identity());
                FundRouterNode other = node()) {
            slow.activate(orderNo(1), null, 100_000);
            slow.fundOrder.run(claimOne(slow, Duration.ofMillis(1)));
            FundingOrder stale = claimOne(slow, Duration.ofMillis(1));
            other.start();
            awaitClosed(1);
            long moves = database.number("SELECT COUNT(*) FROM state_log");
            slow.fundOrder.run(stale);
            assertThat(database.number("SELECT COUNT(*) FROM state_log")).isEqualTo(moves);
            assertThat(database.number("SELECT MAX(submits) FROM sandbox_institution_request"))
                    .isEqualTo(1);
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
            answer(node, 2, "BANK-A", "REFUSE", 0);
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
            assertThat(database.number("SELECT COUNT(*) FROM sandbox_institution_request"))
                    .isEqualTo(2);
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
        database.execute("INSERT INTO sandbox_institution_request (institution_code, request_no, order_no, amount_fen,"
                + " status, processing_left) VALUES ('BANK-A', 'twice', '" + orderNo(1)
                + "', 1, 'ACCEPTED', 0)");
        assertThat(verify().broken())
                .extracting(VerifyReport.BrokenRule::rule)
                .containsExactly(
                        "the contributions of a funded order add up to its principal",
                        "a sub-order belongs to a funded task",
                        "a sub-order is what its accepted leg says",
                        "no leg of a funded order is undecided",
                        "a funded order was announced once",
                        "no institution has accepted one order twice",
                        "the sandbox books hold one request for a leg, with its number and amount");
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
        return new FundRouterNode(database, "first", LEASE, UnaryOperator.identity());
    }

    private static void answer(FundRouterNode node, int order, String institution, String answer, int processing) {
        Remote.data(
                node.sandbox.setAnswer(new SandboxInstitutionRequest(orderNo(order), institution, answer, processing)));
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

    private void assertWhole() throws SQLException {
        VerifyReport report = verify();
        assertThat(report.broken()).isEmpty();
        assertThat(report.checks()).isGreaterThan(5);
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

    private record DeadlyInstitution(Institution bank, boolean arrives) implements Institution {
        @Override
        public FundAnswer submit(FundRequest request) {
            if (arrives) {
                bank.submit(request);
            }
            throw new Killed();
        }

        @Override
        public FundAnswer query(FundRequest request) {
            return bank.query(request);
        }
    }
}

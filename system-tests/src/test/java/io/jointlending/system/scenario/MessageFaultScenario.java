package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.MessageDetailView;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.ops.MessageQuery;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.MessageView;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.devstack.Component;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages while the broker is away, and messages that nobody can read: a small slice of scripts/drill messages. */
@ExtendWith(OnPlatform.class)
final class MessageFaultScenario {
    private static final long AMOUNT_FEN = 120_000;

    private final Platform platform;

    MessageFaultScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void loans_are_paid_out_while_the_broker_is_dead_and_reach_everybody_afterwards() {
        platform.stack().kill(Component.BROKER);
        String orderNo;
        try {
            orderNo = lentAndPaid();
            assertThat(platform.count(
                            "SELECT COUNT(*) FROM loan.mq_outbox WHERE status = 0 AND attempts = 0 AND msg_key = ?",
                            "activated-" + orderNo))
                    .isOne();
        } finally {
            platform.stack().start(Component.BROKER);
        }
        platform.awaitSubOrders(orderNo);

        assertThat(platform.count("SELECT COUNT(*) FROM repayment.ledger WHERE order_no = ?", orderNo))
                .isOne();
        assertThat(platform.count(
                        "SELECT COUNT(*) FROM loan.mq_outbox WHERE status = 2 AND attempts = 0 AND msg_key = ?",
                        "activated-" + orderNo))
                .isOne();
    }

    @Test
    void a_message_that_is_sent_again_has_no_second_effect() throws SQLException {
        String orderNo = lentAndPaid();
        platform.awaitSubOrders(orderNo);
        change("UPDATE loan.mq_outbox SET status = 0, sent_at = NULL, next_at = NOW(3) WHERE msg_key = 'activated-"
                + orderNo + "'");
        Await.until(
                "sent again",
                Platform.ASYNC,
                () -> platform.count(
                                "SELECT COUNT(*) FROM loan.mq_outbox WHERE status = 2 AND msg_key = ?",
                                "activated-" + orderNo)
                        == 1);
        platform.sql("verify", "--schema", "all");
        assertThat(platform.count("SELECT COUNT(*) FROM fund_router.funding WHERE order_no = ?", orderNo))
                .isOne();
    }

    @Test
    void a_message_that_nobody_can_read_is_given_up_by_an_operator_with_his_name() throws SQLException {
        String key = platform.number("poison");
        change("INSERT INTO loan.mq_outbox (msg_key, msg_type, topic, tag, headers, body, next_at) VALUES ('" + key
                + "', 'MasterOrderActivated', 'loan', 'MasterOrderActivated', '{}', 'this is not JSON', NOW(3))");
        MessageAdminService admin =
                platform.services().consumer().service(MessageAdminService.class, "repayment-provider");
        MessageSearchQuery open = new MessageSearchQuery("CONSUMER", "OPEN", key, 0L, 10);
        Await.until("the dead letter", Platform.ASYNC, () -> !platform.calls()
                .once("search", admin::search, open)
                .messages()
                .isEmpty());
        MessagePageView page = platform.calls().once("search", admin::search, open);
        assertThat(page.messages()).extracting(MessageView::consumerGroup).containsExactly("repayment-ledger");
        Long id = page.messages().get(0).id();
        var replay = admin.replay(new ResolveMessageRequest(
                platform.number("replay"), "CONSUMER", id, "tester", "perhaps it can be read now"));
        assertThat(replay.code()).isEqualTo(ErrorCodes.MESSAGE_FAILED_AGAIN.code());

        platform.calls()
                .twice(
                        "give up",
                        admin::giveUp,
                        new ResolveMessageRequest(
                                platform.number("give-up"), "CONSUMER", id, "tester", "planted by the test"));
        MessageDetailView detail = platform.calls().once("find", admin::findMessage, new MessageQuery("CONSUMER", id));
        assertThat(detail.message().state()).isEqualTo("GIVEN_UP");
        assertThat(detail.message().resolvedBy()).isEqualTo("tester");
        assertThat(detail.body()).isEqualTo("this is not JSON");
        assertThat(detail.actions())
                .extracting(action -> action.action())
                .containsExactlyElementsOf(List.of("REPLAY", "GIVE_UP"));
        assertThat(platform.count(
                        "SELECT COUNT(*) FROM repayment.alarm WHERE subject_key = ?", "repayment-ledger:" + key))
                .isOne();
        MessageAdminService funding =
                platform.services().consumer().service(MessageAdminService.class, "fund-router-provider");
        Await.until(
                "the other group's dead letter",
                Platform.ASYNC,
                () -> platform.count(
                                "SELECT COUNT(*) FROM fund_router.mq_dead_letter WHERE status = 0 AND msg_key = ?", key)
                        == 1);
        Long other = platform.calls()
                .once("search", funding::search, open)
                .messages()
                .get(0)
                .id();
        platform.calls()
                .once(
                        "give up",
                        funding::giveUp,
                        new ResolveMessageRequest(
                                platform.number("give-up"), "CONSUMER", other, "tester", "planted by the test"));
    }

    private String lentAndPaid() {
        Borrowing loan = platform.borrower();
        loan.activate(AMOUNT_FEN);
        String orderNo = loan.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", AMOUNT_FEN, 3)
                .orderNo();
        loan.loanOut(orderNo);
        loan.paid(orderNo, AMOUNT_FEN);
        return orderNo;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}

package io.jointlending.support.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.MessageActionView;
import io.jointlending.api.ops.MessageDetailView;
import io.jointlending.api.ops.MessageKeysQuery;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.ops.MessageQuery;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.MessageView;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.deadletter.DeadLetters;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageAdminIT {
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");

    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private Redelivery.Result next = new Redelivery.Result(true, "done");
    private final MessageAdminRpc admin = new MessageAdminRpc(
            SCHEMA.transactions(),
            SCHEMA.session(),
            IdempotentCommands.stored(SCHEMA.transactions(), SCHEMA.session()),
            (group, topic, type, key, body) -> {
                deliveries.incrementAndGet();
                return next;
            },
            wakes::incrementAndGet);

    @BeforeEach
    void empty() {
        SCHEMA.execute("DELETE FROM mq_outbox");
        SCHEMA.execute("DELETE FROM mq_dead_letter");
        SCHEMA.execute("DELETE FROM message_audit");
        SCHEMA.execute("DELETE FROM idempotent_command");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void messages_that_need_a_person_are_found_page_by_page() {
        for (int i = 0; i < 5; i++) {
            outgoing("dead-" + i, 3);
        }
        outgoing("waiting", 0);
        outgoing("sent", 2);

        MessagePageView first = search("OUTBOX", null, null, 0, 3);
        assertThat(first.more()).isTrue();
        assertThat(first.messages()).extracting(MessageView::key).containsExactly("dead-0", "dead-1", "dead-2");
        MessagePageView rest =
                search("OUTBOX", null, null, first.messages().get(2).id(), 3);
        assertThat(rest.more()).isFalse();
        assertThat(rest.messages()).extracting(MessageView::key).containsExactly("dead-3", "dead-4");
        assertThat(search("OUTBOX", "PENDING", null, 0, 10).messages())
                .extracting(MessageView::key)
                .containsExactly("waiting");
        assertThat(search("OUTBOX", null, "sent", 0, 10).messages())
                .extracting(MessageView::state)
                .containsExactly("SENT");
        refused(ErrorCodes.INVALID_REQUEST, () -> search("OUTBOX", "SENT", null, 0, 10));
        refused(ErrorCodes.INVALID_REQUEST, () -> search("OUTBOX", "OPEN", null, 0, 10));
    }

    @Test
    void the_messages_of_several_keys_are_found_in_one_look_whatever_their_state() {
        outgoing("posted-1", 2);
        outgoing("posted-10", 2);
        outgoing("reversed-1", 0);
        outgoing("settled-1", 3);
        MessagePageView found = data(admin.findByKeys(
                        new MessageKeysQuery(List.of("settled-1", "posted-1", "reversed-1", "posted-2", "reversed-2")))
                .data());
        assertThat(found.messages())
                .extracting(MessageView::key, MessageView::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("posted-1", "SENT"),
                        org.assertj.core.groups.Tuple.tuple("reversed-1", "PENDING"),
                        org.assertj.core.groups.Tuple.tuple("settled-1", "DEAD"));
        assertThat(found.more()).isFalse();
    }

    @Test
    void a_dead_message_is_sent_again_once_and_it_is_written_down_who_wanted_it() {
        long id = outgoing("dead", 3);
        MessageView answer = data(admin.replay(request("r-1", "OUTBOX", id)).data());

        assertThat(answer.state()).isEqualTo("PENDING");
        assertThat(answer.resolvedBy()).isEqualTo("li");
        assertThat(wakes).hasValue(1);
        assertThat(SCHEMA.texts("SELECT CONCAT(status, ' ', attempts) FROM mq_outbox"))
                .containsExactly("0 0");
        assertThat(SCHEMA.texts("SELECT CONCAT(status, ' ', resolved_by) FROM mq_dead_letter"))
                .containsExactly("1 li");
        MessageDetailView detail =
                data(admin.findMessage(new MessageQuery("OUTBOX", id)).data());
        assertThat(detail.body()).isEqualTo("{\"a\":1}");
        assertThat(detail.actions())
                .extracting(MessageActionView::operator, MessageActionView::action, MessageActionView::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("li", "REPLAY", "cause mended"));

        assertThat(admin.replay(request("r-1", "OUTBOX", id)).data()).isEqualTo(answer);
        refused(ErrorCodes.MESSAGE_STATE, () -> admin.replay(request("r-2", "OUTBOX", id)));
        assertThat(data(admin.queryReplayByRequestNo(new RequestNoQuery("r-1")).data()))
                .isEqualTo(answer);
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM message_audit")).isOne();
    }

    @Test
    void a_message_that_is_given_up_lets_its_successors_go() {
        long id = outgoing("dead", 3);
        assertThat(data(admin.giveUp(request("g-1", "OUTBOX", id)).data()).state())
                .isEqualTo("CANCELLED");
        assertThat(SCHEMA.number("SELECT status FROM mq_dead_letter")).isEqualTo(2);
        assertThat(wakes).hasValue(1);
        refused(ErrorCodes.MESSAGE_STATE, () -> admin.giveUp(request("g-2", "OUTBOX", id)));
        refused(ErrorCodes.MESSAGE_STATE, () -> admin.giveUp(request("g-3", "OUTBOX", outgoing("waiting", 0))));
        refused(ErrorCodes.MESSAGE_NOT_FOUND, () -> admin.giveUp(request("g-4", "OUTBOX", 999_999_999)));
    }

    @Test
    void a_dead_letter_is_consumed_again_here_and_now() {
        long id = incoming("k-1");
        next = new Redelivery.Result(false, "dead");
        refused(ErrorCodes.MESSAGE_FAILED_AGAIN, () -> admin.replay(request("r-1", "CONSUMER", id)));
        assertThat(search("CONSUMER", null, null, 0, 10).messages())
                .extracting(MessageView::state)
                .containsExactly("OPEN");

        next = new Redelivery.Result(true, "done");
        assertThat(data(admin.replay(request("r-1", "CONSUMER", id)).data()).state())
                .isEqualTo("REPLAYED");
        assertThat(data(admin.replay(request("r-1", "CONSUMER", id)).data()).state())
                .isEqualTo("REPLAYED");
        assertThat(deliveries).as("not again once it is done").hasValue(2);
        assertThat(SCHEMA.texts("SELECT CONCAT(before_state, ' ', after_state, ' ', outcome) FROM message_audit"))
                .containsExactly("OPEN OPEN dead", "OPEN REPLAYED consumed: done");
        refused(ErrorCodes.MESSAGE_STATE, () -> admin.giveUp(request("g-1", "CONSUMER", id)));
    }

    private static MessageSearchQuery query(
            String source, @Nullable String state, @Nullable String key, long after, int limit) {
        return new MessageSearchQuery(source, state, key, after, limit);
    }

    private MessagePageView search(String source, @Nullable String state, @Nullable String key, long after, int limit) {
        return data(admin.search(query(source, state, key, after, limit)).data());
    }

    private static <T> T data(@Nullable T data) {
        return Objects.requireNonNull(data);
    }

    private static ResolveMessageRequest request(String requestNo, String source, long id) {
        return new ResolveMessageRequest(requestNo, source, id, "li", "cause mended");
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static long outgoing(String key, int status) {
        SCHEMA.execute("INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, body, status, attempts, next_at, sent_at)"
                + " VALUES ('" + key + "', 'Test', 'channel-admin', 'Test', '{\"a\":1}', " + status
                + ", 2, NOW(3), IF(" + status + " = 2, NOW(3), NULL))");
        if (status == 3) {
            bury(DeadLetter.OUTBOX, "", key);
        }
        return SCHEMA.number("SELECT id FROM mq_outbox WHERE msg_key = '" + key + "'");
    }

    private static long incoming(String key) {
        bury(DeadLetter.CONSUMER, "group", key);
        return SCHEMA.number("SELECT id FROM mq_dead_letter WHERE source = 'CONSUMER' AND msg_key = '" + key + "'");
    }

    private static void bury(String source, String group, String key) {
        DeadLetters letters = new DeadLetters(SCHEMA.session());
        SCHEMA.transactions()
                .inTransaction(() -> letters.bury(new DeadLetter(
                        source,
                        group,
                        "loan",
                        "Test",
                        key,
                        "ATTEMPTS",
                        "expected by the test",
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8))));
    }
}

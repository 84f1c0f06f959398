package io.jointlending.support.message;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.MessageDetailView;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.MessageView;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.rpc.CallContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The messages of a schema as operators read and move them. */
final class StoredMessages {
    private static final Map<String, Integer> OUTBOX_STATES =
            Map.of("PENDING", 0, "SENT", 2, "DEAD", 3, "EXPIRED", 4, "CANCELLED", 5);
    private static final Map<String, Integer> LETTER_STATES = Map.of("OPEN", 0, "REPLAYED", 1, "GIVEN_UP", 2);
    private static final List<Integer> NEED_A_PERSON = List.of(3, 4);
    private static final int SHOWN_BODY = 64 * 1024;
    private static final int OUTCOME = 1000;

    private final MessageAdminMapper mapper;

    StoredMessages(SqlSession session) {
        if (!session.getConfiguration().hasMapper(MessageAdminMapper.class)) {
            session.getConfiguration().addMapper(MessageAdminMapper.class);
        }
        this.mapper = session.getMapper(MessageAdminMapper.class);
    }

    MessagePageView search(MessageSearchQuery query) {
        List<MessageRow> rows = query.source().equals(DeadLetter.OUTBOX) ? searchOutbox(query) : searchLetters(query);
        boolean more = rows.size() > query.limit();
        return new MessagePageView(
                rows.stream()
                        .limit(query.limit())
                        .map(row -> row.view(query.source()))
                        .toList(),
                more);
    }

    MessagePageView ofKeys(List<String> keys) {
        return new MessagePageView(
                mapper.outboxByKeys(keys).stream()
                        .map(row -> row.view(DeadLetter.OUTBOX))
                        .toList(),
                false);
    }

    private List<MessageRow> searchOutbox(MessageSearchQuery query) {
        String key = query.key();
        if (query.state() == null) {
            return key == null
                    ? mapper.outboxByState(NEED_A_PERSON, null, query.afterId(), query.limit() + 1)
                    : mapper.outboxByKey(key, query.afterId());
        }
        int status = status(OUTBOX_STATES, query.state());
        if (status == 2 && key == null) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "key is needed to find sent messages", "key");
        }
        return mapper.outboxByState(List.of(status), key, query.afterId(), query.limit() + 1);
    }

    private List<MessageRow> searchLetters(MessageSearchQuery query) {
        @Nullable Integer status = query.state() == null ? null : Integer.valueOf(status(LETTER_STATES, query.state()));
        if (status == null && query.key() == null) {
            status = 0;
        }
        return mapper.letters(status, query.key(), query.afterId(), query.limit() + 1);
    }

    private static int status(Map<String, Integer> states, String state) {
        Integer status = states.get(state);
        if (status == null) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "state " + state + " is none of " + states.keySet(), "state");
        }
        return status;
    }

    MessageRow row(String source, long id) {
        return found(source.equals(DeadLetter.OUTBOX) ? mapper.outbox(id) : mapper.letter(id));
    }

    /** As it is until the running transaction ends: what is written down as the state before must be the state before. */
    MessageRow locked(String source, long id) {
        return found(source.equals(DeadLetter.OUTBOX) ? mapper.lockOutbox(id) : mapper.lockLetter(id));
    }

    private static MessageRow found(@Nullable MessageRow row) {
        if (row == null) {
            throw new Refusal(ErrorCodes.MESSAGE_NOT_FOUND, "id");
        }
        return row;
    }

    byte[] body(String source, long id) {
        @Nullable MessageBody body = source.equals(DeadLetter.OUTBOX) ? mapper.outboxBody(id) : mapper.letterBody(id);
        if (body == null) {
            throw new Refusal(ErrorCodes.MESSAGE_NOT_FOUND, "id");
        }
        return body.body();
    }

    MessageDetailView detail(String source, long id) {
        MessageView view = row(source, id).view(source);
        byte[] body = body(source, id);
        String shown = new String(Arrays.copyOf(body, Math.min(body.length, SHOWN_BODY)), StandardCharsets.UTF_8);
        return new MessageDetailView(view, shown, mapper.actions(source, id));
    }

    boolean sendAgain(long id) {
        return mapper.sendAgain(id) == 1;
    }

    boolean giveUp(long id) {
        return mapper.giveUp(id) == 1;
    }

    void audit(ResolveMessageRequest request, String action, MessageRow before, String afterState, String outcome) {
        @Nullable TraceParent trace = CurrentTrace.get();
        mapper.audit(new AuditRow(
                request.operator(),
                CallContext.caller(),
                request.requestNo(),
                action,
                request.source(),
                request.id(),
                before.consumerGroup(),
                before.msgKey(),
                before.state(),
                afterState,
                request.note(),
                outcome.length() > OUTCOME ? outcome.substring(0, OUTCOME) : outcome,
                trace == null ? null : trace.traceId()));
    }
}

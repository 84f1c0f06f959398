package io.jointlending.support.outbox;

import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.json.Json;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;

/** Adds messages to the running transaction: they are sent if, and only if, it commits. */
public final class Outbox {
    private static final int MAX_BODY = 512 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,96}");

    private final Function<OutboxMessage, MessageType> types;
    private final Shelf shelf;

    /** @param types settings of a message, or a refusal of one that may not be sent */
    Outbox(Function<OutboxMessage, MessageType> types, Shelf shelf) {
        this.types = types;
        this.shelf = shelf;
    }

    /**
     * An outbox that stores in {@code mq_outbox}.
     *
     * @param dataSource the one whose transactions the messages belong to
     * @param session on that data source; IllegalStateException if it is on another
     * @param registry what may be sent
     */
    public static Outbox stored(
            DataSource dataSource, SqlSession session, MessageRegistry registry, OutboxRelay relay) {
        return new Outbox(registry::require, new TransactionalShelf(dataSource, session, relay));
    }

    /**
     * Stores the message in the running transaction. IllegalStateException without one on the outbox's own data source,
     * for a type that is not declared or declared otherwise, and for a body beyond 512 KB; a key that was used before fails as a duplicate.
     */
    public void add(OutboxMessage message) {
        if (!KEY.matcher(message.key()).matches()) {
            throw new IllegalStateException("message key must be 1 to 96 visible ASCII characters, length "
                    + message.key().length());
        }
        MessageType type = types.apply(message);
        byte[] body = Json.bytes(message.body());
        if (body.length > MAX_BODY) {
            throw new IllegalStateException("body of " + message.key() + " has " + body.length + " bytes, at most "
                    + MAX_BODY + " are allowed");
        }
        TraceParent current = CurrentTrace.get();
        TraceParent trace = current == null ? TraceParent.start() : current.child();
        String headers = Json.write(Map.of(TraceParent.HEADER, trace.header()));
        shelf.add(new NewMessage(type, message.key(), message.orderKey(), headers, body));
    }

    /**
     * Takes back a message in the running transaction: it is not sent if that commits. A sending that is under way at this
     * moment may still arrive, so consumers must be able to live with it.
     *
     * @return false when it is not waiting any more: sent, dead, expired, cancelled, or never added
     */
    public boolean cancel(String key) {
        return shelf.cancel(key);
    }
}

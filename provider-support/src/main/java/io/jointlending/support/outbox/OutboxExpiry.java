package io.jointlending.support.outbox;

import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.deadletter.DeadLetters;
import io.jointlending.support.tx.Transactions;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends messages whose time has passed: state, dead letter, alarm and compensation in one business transaction. */
public final class OutboxExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxExpiry.class);

    private final Transactions transactions;
    private final OutboxMapper mapper;
    private final DeadLetters deadLetters;
    private final MessageRegistry registry;

    /**
     * Expiry by the settings of the types.
     *
     * @param transactions of the business data source: compensation is business
     * @param session on the same data source
     */
    public OutboxExpiry(Transactions transactions, SqlSession session, MessageRegistry registry) {
        this.transactions = transactions;
        this.mapper = OutboxTable.mapperOf(session);
        this.deadLetters = new DeadLetters(session);
        this.registry = registry;
    }

    /** True when a type can expire at all. */
    boolean wanted() {
        return registry.all().stream().anyMatch(MessageType::expires);
    }

    /** Ends a claimed message. What its compensation throws leaves it pending; it comes again when its lease has ended. */
    void end(OutboxRow row) {
        try {
            transactions.inTransaction(() -> {
                if (mapper.expired(row.id()) != 1) {
                    return; // sent, cancelled or given more time meanwhile
                }
                deadLetters.bury(new DeadLetter(
                        DeadLetter.OUTBOX,
                        "",
                        row.topic(),
                        row.tag(),
                        row.msgKey(),
                        "EXPIRED",
                        "not sent in time",
                        row.body()));
                registry.find(row.tag()).ifPresent(type -> type.expiry()
                        .expired(new ExpiredMessage(type.name(), row.msgKey(), row.body())));
                LOG.warn("expired key={} outbox={}", row.msgKey(), row.id());
            });
        } catch (RuntimeException e) { // on behalf of the sweeper's loop: one message must not hold up the others
            LOG.error("cannot end the expired message key={} outbox={} and tries again", row.msgKey(), row.id(), e);
        }
    }
}

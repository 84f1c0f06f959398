package io.jointlending.support.consume;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.deadletter.DeadLetters;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.BodyHash;
import io.jointlending.support.json.Json;
import io.jointlending.support.trace.TraceScope;
import io.jointlending.support.tx.DatabaseFailure;
import io.jointlending.support.tx.Transactions;
import java.io.UncheckedIOException;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes a message once: remembers its key first, in the transaction of its effect, so that duplicates queue up behind
 * it. What can never succeed becomes a dead letter; all else comes again.
 */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int PATIENCE = 20; // NotYet and locks may come so many times more often than failures

    private final Transactions transactions;
    private final ConsumeMapper mapper;
    private final DeadLetters deadLetters;
    private final int maxAttempts;

    /**
     * An inbox.
     *
     * @param session on the data source of the transactions
     * @param maxAttempts deliveries of a message that fails by itself before it becomes a dead letter
     */
    public Inbox(Transactions transactions, SqlSession session, int maxAttempts) {
        this.transactions = transactions;
        if (!session.getConfiguration().hasMapper(ConsumeMapper.class)) {
            session.getConfiguration().addMapper(ConsumeMapper.class);
        }
        this.mapper = session.getMapper(ConsumeMapper.class);
        this.deadLetters = new DeadLetters(session);
        this.maxAttempts = maxAttempts;
    }

    /** Consumes one delivery. Throws nothing: whatever fails is in the verdict. */
    public <T> Verdict receive(Subscription<T> subscription, ReceivedMessage message) {
        try (TraceScope trace = TraceScope.open(message.traceparent(), null)) {
            LOG.debug("message key={} trace={}", message.key(), trace.traceId());
            return consume(subscription, message);
        } catch (RuntimeException e) { // the dead letter could not be written
            return failed(subscription.consumerGroup(), message, e);
        }
    }

    private <T> Verdict consume(Subscription<T> subscription, ReceivedMessage message) {
        String group = subscription.consumerGroup();
        T body;
        try {
            body = Json.read(message.body(), subscription.bodyType());
        } catch (UncheckedIOException e) {
            return dead(group, message, "UNREADABLE", String.valueOf(e.getCause()));
        }
        try {
            if (!subscription.concerns().test(body)) {
                LOG.debug("no concern key={} group={}", message.key(), group);
                return Verdict.NO_CONCERN;
            }
        } catch (RuntimeException e) {
            return failed(group, message, e);
        }
        String bodyHash = BodyHash.of(message.body());
        try (TraceScope scope = TraceScope.open(message.traceparent(), body)) {
            MessageContext context = new MessageContext(message.key(), message.traceparent());
            boolean first = transactions.inTransaction(() -> {
                if (!remember(group, message.key(), bodyHash)) {
                    return false;
                }
                subscription.handler().handle(body, context);
                return true;
            });
            if (first) {
                LOG.info("consumed {} key={} group={}", message.tag(), message.key(), group);
                return Verdict.DONE;
            }
            LOG.debug("duplicate key={} trace={}", message.key(), scope.traceId());
            return repeated(group, message, bodyHash);
        } catch (Refusal e) {
            return refused(group, message, e);
        } catch (NotYet e) {
            return later(group, message, Verdict.NOT_YET, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(group, message, e);
        }
    }

    private boolean remember(String group, String key, String bodyHash) {
        try {
            return mapper.remember(group, key, bodyHash) == 1;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e) == DatabaseFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    private Verdict repeated(String group, ReceivedMessage message, String bodyHash) {
        String consumed = mapper.bodyHash(group, message.key());
        if (consumed == null || consumed.equals(bodyHash)) {
            return Verdict.DUPLICATE;
        }
        return dead(group, message, "BODY_CHANGED", "consumed " + consumed + ", came again as " + bodyHash);
    }

    private Verdict refused(String group, ReceivedMessage message, Refusal refusal) {
        String why = refusal.code().code() + " " + refusal.getMessage();
        if (refusal.code().equals(ErrorCodes.PROCESSING)) {
            return later(group, message, Verdict.NOT_YET, why);
        }
        if (!refusal.code().code().startsWith("A")) {
            LOG.info("later key={} group={}: {}", message.key(), group, why);
            return Verdict.UNAVAILABLE;
        }
        return dead(group, message, "REFUSED", why);
    }

    private Verdict failed(String group, ReceivedMessage message, RuntimeException failure) {
        return switch (DatabaseFailure.of(failure)) {
            case UNREACHABLE, COMMIT_UNKNOWN -> {
                LOG.info("later key={} group={}: {}", message.key(), group, failure.toString());
                yield Verdict.UNAVAILABLE;
            }
            case DEADLOCK, LOCK_WAIT -> later(group, message, Verdict.LOCKED, failure.toString());
            case DUPLICATE, CHECK, NONE -> {
                LOG.error(
                        "failed key={} group={} delivery={}",
                        message.key(),
                        group,
                        message.redeliveries() + 1,
                        failure);
                yield message.redeliveries() + 1 >= maxAttempts
                        ? deadOr(Verdict.FAILED, group, message, failure.toString())
                        : Verdict.FAILED;
            }
        };
    }

    private Verdict later(String group, ReceivedMessage message, Verdict verdict, String why) {
        LOG.info("later key={} group={} delivery={}: {}", message.key(), group, message.redeliveries() + 1, why);
        return message.redeliveries() + 1 >= maxAttempts * PATIENCE ? deadOr(verdict, group, message, why) : verdict;
    }

    private Verdict deadOr(Verdict otherwise, String group, ReceivedMessage message, String why) {
        try {
            return dead(group, message, "ATTEMPTS", why);
        } catch (RuntimeException e) {
            LOG.warn("cannot write the dead letter of key={} group={}: {}", message.key(), group, e.toString());
            return otherwise;
        }
    }

    private Verdict dead(String group, ReceivedMessage message, String reason, String detail) {
        transactions.inTransaction(() -> deadLetters.bury(new DeadLetter(
                DeadLetter.CONSUMER,
                group,
                message.topic(),
                message.tag(),
                message.key(),
                reason,
                detail,
                message.body())));
        LOG.error("dead letter key={} group={} reason={}: {}", message.key(), group, reason, detail);
        return Verdict.DEAD;
    }
}

package io.jointlending.support.outbox;

import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.deadletter.DeadLetter;
import io.jointlending.support.deadletter.DeadLetters;
import io.jointlending.support.tx.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** What the relay does with {@code mq_outbox}, in short transactions of a pool of its own. */
final class OutboxTable {
    /** A claimed row comes back by itself after so long. */
    static final int LEASE_SECONDS = 30;

    /** A row that the broker took weakly so often, sent again three times, counts as sent. */
    static final int WEAK_SENDS = 4;

    private static final int GIVE_BACK_SECONDS = 1;
    private static final int ERROR_LENGTH = 500;

    private final Transactions transactions;
    private final OutboxMapper mapper;
    private final DeadLetters deadLetters;
    private final Alarms alarms;
    private final String instance;

    OutboxTable(Transactions transactions, SqlSession session, String instance) {
        this.transactions = transactions;
        this.mapper = mapperOf(session);
        this.deadLetters = new DeadLetters(session);
        this.alarms = new Alarms(session);
        this.instance = instance;
    }

    static OutboxMapper mapperOf(SqlSession session) {
        if (!session.getConfiguration().hasMapper(OutboxMapper.class)) {
            session.getConfiguration().addMapper(OutboxMapper.class);
        }
        return session.getMapper(OutboxMapper.class);
    }

    /** Takes up to {@code limit} due rows for this instance; some of them may be expired. */
    List<OutboxRow> claim(int limit) {
        return transactions.inTransaction(() -> leased(mapper.lockDue(limit)));
    }

    /** Takes only rows that are expired: what an outage does not stop. */
    List<OutboxRow> claimExpired(int limit) {
        return transactions.inTransaction(() -> leased(mapper.lockExpired(limit)));
    }

    private List<OutboxRow> leased(List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            mapper.lease(rows.stream().map(OutboxRow::id).sorted().toList(), LEASE_SECONDS, instance);
        }
        return rows;
    }

    /** Writes down what became of some messages. */
    void settle(List<Settled> settled) {
        List<SentMessage> sent = new ArrayList<>();
        List<Long> unreachable = new ArrayList<>();
        List<Settled> failed = new ArrayList<>();
        String outage = "";
        for (Settled each : settled) {
            SendOutcome outcome = each.outcome();
            switch (outcome.kind()) {
                case ACCEPTED -> sent.add(new SentMessage(each.row().id(), outcome.detail()));
                case UNREACHABLE -> {
                    unreachable.add(each.row().id());
                    outage = outcome.detail();
                }
                case ACCEPTED_WEAKLY, REFUSED -> failed.add(each);
            }
        }
        write(sent, unreachable, outage, failed);
    }

    private void write(List<SentMessage> sent, List<Long> unreachable, String outage, List<Settled> failed) {
        sent.sort(Comparator.comparingLong(SentMessage::id));
        unreachable.sort(Comparator.naturalOrder());
        failed.sort(Comparator.comparingLong(each -> each.row().id()));
        transactions.inTransaction(() -> {
            if (!sent.isEmpty()) {
                mapper.sent(sent);
            }
            if (!unreachable.isEmpty()) {
                mapper.giveBack(unreachable, GIVE_BACK_SECONDS, cut(outage));
            }
            for (Settled each : failed) {
                if (each.outcome().kind() == SendOutcome.Kind.REFUSED) {
                    refused(each.row(), cut(each.outcome().detail()));
                } else {
                    weak(each.row(), cut(each.outcome().detail()));
                }
            }
        });
    }

    private void refused(OutboxRow row, String why) {
        if (mapper.failed(row.id(), Backoff.micros(row.attempts()), why) == 1 && mapper.dead(row.id()) == 1) {
            deadLetters.bury(new DeadLetter(
                    DeadLetter.OUTBOX, "", row.topic(), row.tag(), row.msgKey(), "ATTEMPTS", why, row.body()));
        }
    }

    private void weak(OutboxRow row, String status) {
        mapper.weaklySent(row.id(), WEAK_SENDS, Backoff.micros(row.weakSends()), "weakly stored: " + status);
        if (row.weakSends() + 1 >= WEAK_SENDS) {
            alarms.raiseHourly(new Alarm(
                    "WEAKLY_STORED",
                    "broker",
                    "the broker takes messages without flushing or replica and they count as sent: " + status));
        }
    }

    private static String cut(String text) {
        return text.length() > ERROR_LENGTH ? text.substring(0, ERROR_LENGTH) : text;
    }

    /** A row and what the broker said. */
    record Settled(OutboxRow row, SendOutcome outcome) {}
}

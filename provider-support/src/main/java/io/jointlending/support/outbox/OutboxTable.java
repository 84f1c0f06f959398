package io.jointlending.support.outbox;

import io.jointlending.support.tx.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.ibatis.session.SqlSession;

/** What the relay does with {@code mq_outbox}, in short transactions of a pool of its own. */
final class OutboxTable {
    /** A claimed row comes back by itself after so long. */
    static final int LEASE_SECONDS = 30;

    /** A row that is accepted weakly is sent again so often, then taken as sent. */
    static final int WEAK_ATTEMPTS = 3;

    private static final int GIVE_BACK_SECONDS = 1;
    private static final long BASE_MICROS = 5_000_000;
    private static final long MAX_MICROS = 300_000_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final int ERROR_LENGTH = 500;

    private final Transactions transactions;
    private final OutboxMapper mapper;
    private final String instance;

    OutboxTable(Transactions transactions, SqlSession session, String instance) {
        this.transactions = transactions;
        this.mapper = mapperOf(session);
        this.instance = instance;
    }

    static OutboxMapper mapperOf(SqlSession session) {
        if (!session.getConfiguration().hasMapper(OutboxMapper.class)) {
            session.getConfiguration().addMapper(OutboxMapper.class);
        }
        return session.getMapper(OutboxMapper.class);
    }

    /** Takes up to {@code limit} due rows for this instance; expired ones are ended instead of returned. */
    List<OutboxRow> claim(int limit) {
        return transactions.inTransaction(() -> {
            List<OutboxRow> rows = mapper.lockDue(limit);
            List<Long> expired = rows.stream()
                    .filter(OutboxRow::expired)
                    .map(OutboxRow::id)
                    .sorted()
                    .toList();
            if (!expired.isEmpty()) {
                mapper.expired(expired);
            }
            List<OutboxRow> claimed =
                    rows.stream().filter(row -> !row.expired()).toList();
            if (!claimed.isEmpty()) {
                mapper.lease(claimed.stream().map(OutboxRow::id).sorted().toList(), LEASE_SECONDS, instance);
            }
            return claimed;
        });
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
                case ACCEPTED_WEAKLY -> {
                    if (each.row().attempts() >= WEAK_ATTEMPTS) {
                        sent.add(new SentMessage(each.row().id(), ""));
                    } else {
                        failed.add(each);
                    }
                }
                case UNREACHABLE -> {
                    unreachable.add(each.row().id());
                    outage = outcome.detail();
                }
                case REFUSED -> failed.add(each);
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
                long id = each.row().id();
                mapper.failed(
                        id,
                        pauseMicros(each.row().attempts()),
                        cut(each.outcome().detail()));
                mapper.bury(id);
            }
        });
    }

    /** 5 s, doubled per failure up to 300 s, varied by a fifth. */
    private static long pauseMicros(int attempts) {
        long base = Math.min(MAX_MICROS, BASE_MICROS << Math.min(attempts, MAX_DOUBLINGS));
        long fifth = base / 5;
        return base - fifth + ThreadLocalRandom.current().nextLong(2 * fifth);
    }

    private static String cut(String text) {
        return text.length() > ERROR_LENGTH ? text.substring(0, ERROR_LENGTH) : text;
    }

    /** A row and what the broker said. */
    record Settled(OutboxRow row, SendOutcome outcome) {}
}

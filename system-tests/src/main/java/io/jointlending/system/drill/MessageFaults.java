package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The faults of the drill, each exactly at its step. Each returns how many rows it caught there. */
final class MessageFaults {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CAUGHT = 6;
    private static final long COPY_MILLIS = 150;
    private static final String BROKER = "broker";

    private final DrillPlatform platform;
    private final LoanMaker maker;
    private final MessageCount count;
    private final MeterWatch meters;

    MessageFaults(DrillPlatform platform, LoanMaker maker, MessageCount count, MeterWatch meters) {
        this.platform = platform;
        this.maker = maker;
        this.count = count;
        this.meters = meters;
    }

    /** The broker does not answer, its connections stay; what it was sent meanwhile arrives afterwards. */
    long brokerFrozen(int seconds) {
        platform.server("freeze", BROKER);
        rest(seconds);
        long waiting = count.pending();
        platform.server("resume", BROKER);
        return waiting;
    }

    /** The broker dies under load and starts again at once. */
    long brokerKilled() {
        long waiting = count.pending();
        platform.server("kill", BROKER);
        platform.server("start", BROKER);
        return waiting;
    }

    /** The database dies under load and starts again: commits with unknown outcome, on every provider. */
    long databaseKilled() {
        platform.server("kill", "mariadb");
        platform.server("start", "mariadb");
        platform.pids()
                .keySet()
                .forEach(instance -> Await.until(
                        instance + " lives through a restart of its database", LIMIT, () -> platform.alive(instance)));
        return 0;
    }

    /**
     * Everything of the business transaction is written, nothing is committed: its last insert waits for a lock, and the process
     * is killed. Neither the order's move nor its message is there then; callers repeat their commands.
     */
    long killedBeforeCommit() throws SQLException {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        ExecutorService callers = Executors.newFixedThreadPool(CAUGHT);
        try {
            List<Future<Long>> answers = new ArrayList<>();
            long waiting;
            try (HeldKeys keys = HeldKeys.unpublished(platform, orders)) {
                orders.forEach(order -> answers.add(callers.submit(() -> maker.paid(order))));
                // a wait ends after five seconds and is begun again, so not all need wait at one moment
                Await.until("transactions wait with their messages", LIMIT, () -> 2 * waitingForLocks() >= keys.held());
                waiting = waitingForLocks();
                platform.kill("loan-provider-1");
                platform.kill("loan-provider-2");
            }
            Await.until("the database has taken back what was not committed", LIMIT, () -> openTransactions() == 0);
            long left = platform.number("SELECT (SELECT COUNT(*) FROM loan.mq_outbox WHERE msg_key IN ("
                    + activationKeys(orders) + ")) + (SELECT COUNT(*) FROM loan.loan_order WHERE status = 40 AND"
                    + " CONCAT('activated-', order_no) IN (" + activationKeys(orders) + "))");
            if (left != 0) {
                throw new IllegalStateException(left + " rows of transactions that were not committed");
            }
            platform.start("loan-provider-1");
            platform.start("loan-provider-2");
            for (Future<Long> answer : answers) {
                answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            return waiting;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a caller had no answer to its command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            callers.shutdownNow();
        }
    }

    /** Sent and marked: the process is killed at once; nothing is left to do, and nothing comes twice. */
    long killedAfterMark() {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        orders.forEach(maker::paid);
        String marked =
                "SELECT COUNT(*) FROM loan.mq_outbox WHERE status = 2 AND msg_key IN (" + activationKeys(orders) + ")";
        Await.until("messages are marked", LIMIT, () -> platform.number(marked) == orders.size());
        platform.kill("loan-provider-1");
        platform.kill("loan-provider-2");
        platform.start("loan-provider-1");
        platform.start("loan-provider-2");
        return orders.size();
    }

    /** Committed, not sent: the broker is frozen, so nothing leaves, and the process that committed is killed. */
    long killedBetweenCommitAndSend() {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        platform.server("kill", BROKER);
        orders.forEach(maker::paid);
        long waiting = count.pending();
        platform.kill("loan-provider-1");
        platform.kill("loan-provider-2");
        platform.server("start", BROKER);
        platform.start("loan-provider-2");
        platform.start("loan-provider-1");
        return waiting;
    }

    /** Sent, not marked: the rows are locked, so that they cannot be marked, and the process that sent them is killed. */
    long killedBetweenSendAndMark() throws SQLException {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        platform.server("freeze", BROKER);
        orders.forEach(maker::paid);
        long arrived;
        try (HeldKeys rows = HeldKeys.unmarked(platform)) {
            platform.server("resume", BROKER);
            Await.until("sent messages have their effect", LIMIT, () -> consumed(orders) == orders.size());
            arrived = platform.number("SELECT COUNT(*) FROM loan.mq_outbox WHERE status = 0");
            platform.kill("loan-provider-1");
            platform.kill("loan-provider-2");
            if (rows.held() < orders.size()) {
                throw new IllegalStateException(rows.held() + " of " + orders.size() + " messages could be held");
            }
        }
        platform.start("loan-provider-1");
        platform.start("loan-provider-2");
        return arrived;
    }

    /** In the transaction of the effect: handlers wait for a lock, and their processes are killed. */
    long killedInsideTheEffect() throws SQLException {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        try (HeldKeys keys = HeldKeys.unconsumed(platform, orders)) {
            orders.forEach(maker::paid);
            Await.until("handlers wait for one of " + keys.held(), LIMIT, () -> waitingForLocks() > 0);
            platform.kill("repayment-provider-1");
            platform.kill("repayment-provider-2");
        }
        platform.start("repayment-provider-1");
        platform.start("repayment-provider-2");
        return orders.size();
    }

    /** After the commit of the effect: the broker is told of it only every five seconds, and the process is killed at once. */
    long killedBetweenEffectAndAcknowledgement() {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        orders.forEach(maker::paid);
        Await.until("effects are committed", LIMIT, () -> consumed(orders) == orders.size());
        platform.kill("repayment-provider-1");
        platform.kill("repayment-provider-2");
        platform.start("repayment-provider-1");
        platform.start("repayment-provider-2");
        return orders.size();
    }

    /** A slow handler when its process is told to stop: it finishes, its message does not come again half done. */
    long slowConsumerStopped() throws SQLException {
        List<LoanMaker.Order> orders = lent(CAUGHT);
        try (HeldKeys keys = HeldKeys.unconsumed(platform, orders)) {
            orders.forEach(maker::paid);
            Await.until("handlers wait for one of " + keys.held(), LIMIT, () -> waitingForLocks() > 0);
            platform.terminate("repayment-provider-1");
            rest(2);
        }
        platform.awaitEnd("repayment-provider-1");
        platform.start("repayment-provider-1");
        return orders.size();
    }

    /** Messages that were sent are sent again, as a replay or a lost mark would. */
    long duplicates(int messages) {
        return platform.change("UPDATE loan.mq_outbox SET status = 0, sent_at = NULL, next_at = NOW(3)"
                + " WHERE status = 2 AND msg_type = 'MasterOrderActivated' AND msg_key NOT LIKE '"
                + MessageCount.PLANTED
                + "%' ORDER BY id LIMIT " + messages);
    }

    /** Messages that nobody can read (a dead letter in each of two groups), and such that the broker does not take. */
    long poison(int unreadable, int unsendable) {
        for (int i = 0; i < unreadable; i++) {
            plant("poison-" + i, "MasterOrderActivated", "'this is not JSON'", 16, 1);
        }
        for (int i = 0; i < unsendable; i++) {
            plant("unsendable-" + i, "MasterOrderActivated", "''", 1, 1);
        }
        return 2L * unreadable + unsendable;
    }

    /** Two instances share a backlog that is due at once. Returns how many were sent beyond one each. */
    long sweptTogether(int messages) {
        platform.server("kill", BROKER);
        long one = meters.sent("loan-provider-1");
        long two = meters.sent("loan-provider-2");
        plant("swept", "DrillSwept", "'{}'", 16, messages);
        long waiting = count.pending();
        platform.server("start", BROKER);
        Await.until("the backlog is sent", Duration.ofMinutes(2), () -> count.pending() == 0);
        return meters.sent("loan-provider-1") - one + meters.sent("loan-provider-2") - two - waiting;
    }

    void brokerDown() {
        platform.server("kill", BROKER);
    }

    void brokerUp() {
        platform.server("start", BROKER);
    }

    private void plant(String name, String type, String body, int attempts, int rows) {
        String digits = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        platform.change(
                "INSERT INTO loan.mq_outbox (msg_key, msg_type, topic, tag, headers, body, max_attempts, next_at)"
                        + " SELECT CONCAT('" + MessageCount.PLANTED + name + "-', n), '" + type + "', 'loan', '" + type
                        + "', '{}', " + body + ", " + attempts
                        + ", NOW(3) FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + digits + " a, "
                        + digits
                        + " b, " + digits + " c, " + digits + " e) numbers WHERE n < " + rows);
    }

    private List<LoanMaker.Order> lent(int orders) {
        List<LoanMaker.Order> made = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            made.add(maker.lent());
        }
        return made;
    }

    private long consumed(List<LoanMaker.Order> orders) {
        return platform.number("SELECT COUNT(*) FROM repayment.mq_consume_log WHERE consumer_group = 'repayment-ledger'"
                + " AND msg_key IN (" + activationKeys(orders) + ")");
    }

    private static String activationKeys(List<LoanMaker.Order> orders) {
        return String.join(
                ",",
                orders.stream()
                        .map(order -> "'activated-" + order.orderNo() + "'")
                        .toList());
    }

    /** Of the database of loan, whoever holds a row or waits for one. */
    private long openTransactions() {
        return unread("SELECT COUNT(*) FROM information_schema.innodb_trx t JOIN information_schema.processlist p"
                + " ON p.id = t.trx_mysql_thread_id WHERE p.db = 'loan' AND t.trx_rows_modified > 0");
    }

    private long waitingForLocks() {
        return unread("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'");
    }

    /** InnoDB shows a copy of its transactions, and makes it anew only when nobody has read it for a tenth of a second. */
    private long unread(String sql) {
        pause(COPY_MILLIS);
        return platform.number(sql);
    }

    private static void rest(int seconds) {
        pause(TimeUnit.SECONDS.toMillis(seconds));
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package io.jointlending.peer;

import com.alibaba.druid.pool.DruidDataSource;
import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The same work with gruelbox transaction-outbox: a row of business and a message to a sink that does nothing, in one
 * transaction; a backlog; the time from commit to sink. One line of JSON on stdout.
 *
 * <p>Arguments: URL USER PASSWORD THREADS CONNECTIONS, then {@code load SECONDS}, {@code paced SECONDS PER_SECOND} or
 * {@code backlog MESSAGES}.
 */
public final class PeerBenchmark {
    private static final String BODY = "x".repeat(600);
    private static final int QUEUE = 100_000;
    private static final int ROWS_PER_TRANSACTION = 500;

    private static final Map<String, Long> ARRIVED = new ConcurrentHashMap<>();
    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile boolean timed;

    private final DruidDataSource pool;
    private final TransactionManager transactions;
    private final ThreadPoolExecutor workers;
    private final int threads;

    private PeerBenchmark(DruidDataSource pool, int threads) {
        this.pool = pool;
        this.threads = threads;
        this.transactions = TransactionManager.fromDataSource(pool);
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                work -> {
                    Thread thread = new Thread(work, "peer-worker");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Where the messages go: counts them, and notes when they came if somebody wants to know. */
    public static class Sink {
        /** Takes a message. */
        public void send(String key, String body) {
            if (body.length() != BODY.length()) {
                throw new IllegalStateException("another body");
            }
            if (timed) {
                ARRIVED.put(key, System.nanoTime());
            }
            COUNT.incrementAndGet();
        }
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        DruidDataSource pool = new DruidDataSource();
        pool.setUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaxActive(Integer.parseInt(arguments[4]));
        pool.setConnectionInitSqls(List.of("SET time_zone = '+00:00'"));
        pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        PeerBenchmark benchmark = new PeerBenchmark(pool, Integer.parseInt(arguments[3]));
        String line = switch (arguments[5]) {
            case "load" -> benchmark.load(Integer.parseInt(arguments[6]));
            case "paced" -> benchmark.paced(Integer.parseInt(arguments[6]), Integer.parseInt(arguments[7]));
            case "backlog" -> benchmark.backlog(Integer.parseInt(arguments[6]));
            default -> throw new IllegalArgumentException(arguments[5]);
        };
        System.out.println(line);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private String load(int seconds) throws InterruptedException {
        TransactionOutbox outbox = outbox(Submitter.withExecutor(workers));
        commits(outbox, 3, 0); // connections, classes, code
        awaitCount(COUNT.get());
        long already = COUNT.get();
        long begun = System.nanoTime();
        long commits = commits(outbox, seconds, 0);
        long committed = System.nanoTime() - begun;
        awaitCount(already + commits);
        long drained = System.nanoTime() - begun;
        return "{\"commits\":" + commits + ",\"commitNanos\":" + committed + ",\"sentNanos\":" + drained + "}";
    }

    private String paced(int seconds, int perSecond) throws InterruptedException {
        TransactionOutbox outbox = outbox(Submitter.withExecutor(workers));
        commits(outbox, 3, perSecond);
        timed = true;
        Map<String, Long> committed = new ConcurrentHashMap<>();
        CountDownLatch done = new CountDownLatch(threads);
        for (int thread = 0; thread < threads; thread++) {
            String prefix = "p-" + thread + "-";
            start(() -> {
                long pause = 1_000_000_000L * threads / perSecond;
                long next = System.nanoTime();
                long end = next + seconds * 1_000_000_000L;
                for (int i = 0; System.nanoTime() < end; i++) {
                    String key = prefix + i;
                    commit(outbox, key);
                    committed.put(key, System.nanoTime());
                    next += pause;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                done.countDown();
            });
        }
        done.await();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ARRIVED.size() < committed.size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        long[] micros = committed.entrySet().stream()
                .filter(entry -> ARRIVED.containsKey(entry.getKey()))
                .mapToLong(entry -> Math.max(0, ARRIVED.get(entry.getKey()) - entry.getValue()) / 1_000)
                .sorted()
                .toArray();
        return "{\"measured\":" + micros.length + ",\"p50Micros\":" + micros[(micros.length - 1) / 2] + ",\"p99Micros\":"
                + micros[(int) ((micros.length - 1L) * 99 / 100)] + "}";
    }

    private String backlog(int messages) throws SQLException, InterruptedException {
        TransactionOutbox later = outbox((entry, work) -> {});
        for (int made = 0; made < messages; made += ROWS_PER_TRANSACTION) {
            int from = made;
            transactions.inTransaction(tx -> {
                for (int i = from; i < Math.min(messages, from + ROWS_PER_TRANSACTION); i++) {
                    later.schedule(Sink.class).send("b-" + i, BODY);
                }
            });
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE TXNO_OUTBOX SET nextAttemptTime = '2000-01-01 00:00:00'");
            statement.execute("ANALYZE TABLE TXNO_OUTBOX");
        }
        TransactionOutbox outbox = outbox(Submitter.withExecutor(workers));
        long begun = System.nanoTime();
        long limit = begun + TimeUnit.MINUTES.toNanos(10);
        while (COUNT.get() < messages && System.nanoTime() < limit) {
            if (!outbox.flush()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        return "{\"messages\":" + COUNT.get() + ",\"nanos\":" + (System.nanoTime() - begun) + "}";
    }

    private TransactionOutbox outbox(Submitter submitter) {
        return TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.MY_SQL_8))
                .instantiator(Instantiator.usingReflection())
                .submitter(submitter)
                .build();
    }

    private long commits(TransactionOutbox outbox, int seconds, int perSecond) throws InterruptedException {
        AtomicLong commits = new AtomicLong();
        CountDownLatch done = new CountDownLatch(threads);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int thread = 0; thread < threads; thread++) {
            start(() -> {
                while (System.nanoTime() < end) {
                    commit(outbox, "k-" + commits.incrementAndGet());
                    if (perSecond > 0) {
                        LockSupport.parkNanos(1_000_000_000L * threads / perSecond);
                    }
                }
                done.countDown();
            });
        }
        done.await();
        return commits.get();
    }

    private void commit(TransactionOutbox outbox, String key) {
        transactions.inTransaction(tx -> {
            try (PreparedStatement insert =
                    tx.connection().prepareStatement("INSERT INTO bench_business (note) VALUES (?)")) {
                insert.setString(1, key);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            outbox.schedule(Sink.class).send(key, BODY);
        });
    }

    private static void awaitCount(long count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (COUNT.get() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "peer-caller");
        thread.setDaemon(true);
        thread.start();
    }
}

package io.jointlending.peer;

import com.alibaba.druid.pool.DruidDataSource;
import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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
 * transaction; a backlog; the time from commit to sink.
 *
 * <p>Arguments: URL USER PASSWORD CALLERS CONNECTIONS DATABASE-PID. Reads lines {@code load SECONDS}, {@code paced SECONDS
 * PER_SECOND} and {@code backlog MESSAGES}, and answers each with a line of JSON.
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
    private final long databasePid;

    private PeerBenchmark(DruidDataSource pool, int threads, long databasePid) {
        this.pool = pool;
        this.threads = threads;
        this.databasePid = databasePid;
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
        pool.setDefaultAutoCommit(false);
        pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        PeerBenchmark benchmark =
                new PeerBenchmark(pool, Integer.parseInt(arguments[3]), Long.parseLong(arguments[5]));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            String[] words = line.split(" ");
            String answer = switch (words[0]) {
                case "load" -> benchmark.load(Integer.parseInt(words[1]));
                case "paced" -> benchmark.paced(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                case "backlog" -> benchmark.backlog(Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException(line);
            };
            System.out.println(answer);
            System.out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private String load(int seconds) throws Exception {
        TransactionOutbox outbox = outbox(Submitter.withExecutor(workers));
        Start start = new Start();
        long commits = commits(outbox, seconds, 0);
        String committed = start.ended(commits);
        awaitCount(start.count + commits);
        return "{\"committed\":" + committed + ",\"sent\":" + start.ended(commits) + "}";
    }

    private String paced(int seconds, int perSecond) throws InterruptedException {
        TransactionOutbox outbox = outbox(Submitter.withExecutor(workers));
        ARRIVED.clear();
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
        Start start = new Start();
        long begun = System.nanoTime();
        long seen = start.count;
        // As its manual has it: flush in a loop until there is nothing left, here as soon as its workers have room again.
        while (COUNT.get() - start.count < messages && System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(15)) {
            if (workers.getQueue().size() > ROWS_PER_TRANSACTION || !outbox.flush()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            if (COUNT.get() - seen >= messages / 10) {
                seen = COUNT.get();
                System.err.println("  peer has sent " + (seen - start.count));
            }
        }
        return "{\"backlog\":" + start.ended(COUNT.get() - start.count) + "}";
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
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (COUNT.get() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "peer-caller");
        thread.setDaemon(true);
        thread.start();
    }

    /** Time of the processors that a process has used so far. */
    private static long processorMicros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000; // a hundred ticks a second
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read when a measurement began. */
    private final class Start {
        private final long count = COUNT.get();
        private final long self = ProcessHandle.current().pid();
        private final long clientMicros = processorMicros(self);
        private final long databaseMicros = processorMicros(databasePid);
        private final long nanos = System.nanoTime();

        String ended(long messages) {
            return "{\"count\":" + messages + ",\"nanos\":" + (System.nanoTime() - nanos) + ",\"databaseMicros\":"
                    + (processorMicros(databasePid) - databaseMicros) + ",\"clientMicros\":"
                    + (processorMicros(self) - clientMicros) + "}";
        }
    }
}

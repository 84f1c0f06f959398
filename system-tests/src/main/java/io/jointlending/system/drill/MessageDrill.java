package io.jointlending.system.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.RpcResult;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.MessagePageView;
import io.jointlending.api.ops.MessageSearchQuery;
import io.jointlending.api.ops.MessageView;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code scripts/drill messages}: loans under load while broker, database and providers are frozen, killed and stopped at every
 * step of a message's way; then everything is counted.
 */
public final class MessageDrill {
    private static final Duration DRAIN = Duration.ofMinutes(5);
    private static final long OLDEST_PENDING_MILLIS = 60_000;
    private static final int SWEPT = 5_000;
    private static final int RESENT = 50;
    private static final int UNREADABLE = 3;
    private static final int UNSENDABLE = 2;
    private static final BigDecimal MOST_SLOWER = BigDecimal.valueOf(2);
    private static final int CALLS_TO_JUDGE = 100;
    private static final int WARM_UP_LOANS = 20;
    private static final int LONGEST_PHASE_SECONDS = 60;
    private static final int PHASES_UNDER_LOAD = 5;
    private static final int SETTLE_SECONDS = 3;

    private final DrillPlatform platform;
    private final Services services;
    private final LoanMaker maker;
    private final MessageCount count;
    private final MeterWatch meters;
    private final MessageFaults faults;
    private final DrillLoad load;
    private final int seconds;
    private final PrintStream err;
    private final List<Map<String, Object>> matrix = new ArrayList<>();
    private final Map<String, Object> result = new LinkedHashMap<>();
    private DrillLoad.Answers before = new DrillLoad.Answers(List.of());
    private DrillLoad.Answers during = new DrillLoad.Answers(List.of());
    private long sweptTwice;
    private long slowest;

    private MessageDrill(DrillPlatform platform, int seconds, long seed, PrintStream err) {
        this.platform = platform;
        this.seconds = seconds;
        this.err = err;
        this.services = new Services(DubboConsumer.throughRegistry(
                "joint-lending-drill", platform.now().registryAddress()));
        this.maker = new LoanMaker(services);
        this.count = new MessageCount(platform);
        this.meters = new MeterWatch(platform);
        this.faults = new MessageFaults(platform, maker, count, meters);
        this.load = new DrillLoad(maker, seed);
    }

    /** {@code MessageDrill SCRIPTS PLATFORM-DIRECTORY SECONDS SEED}; one line of JSON on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 1;
        MessageDrill drill = new MessageDrill(
                new DrillPlatform(Path.of(arguments[0]), Path.of(arguments[1]), err),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                err);
        drill.result.put("seconds", Integer.parseInt(arguments[2]));
        drill.result.put("seed", Long.parseLong(arguments[3]));
        try {
            code = drill.run() ? 0 : 1;
        } catch (RuntimeException | SQLException e) {
            e.printStackTrace(err);
            drill.result.put("matrix", drill.matrix); // as far as it came
            drill.result.put("error", e.toString());
            drill.result.put("ok", false);
        }
        out.println(drill.line());
        out.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    private String line() {
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the result is no JSON", e);
        }
    }

    private boolean run() throws SQLException {
        meters.start();
        for (int i = 0; i < 3; i++) { // connections, classes, routes
            LoanMaker.Order order = maker.lent();
            maker.paid(order);
            maker.repaid(order);
        }
        count.drain(DRAIN);
        load.start();
        underLoad();
        load.pause();
        atTheirStep();
        load.close();
        step("end", () -> 0);
        return judge();
    }

    /** Faults while borrowers keep coming. */
    private void underLoad() throws SQLException {
        int each = Math.max(4, seconds / PHASES_UNDER_LOAD);
        Await.until("a few loans were lent", DRAIN, () -> load.loans() >= WARM_UP_LOANS);
        String from = utcNow();
        before = watched(each);
        String to = utcNow();
        step("broker down", () -> {
            faults.brokerDown();
            during = watched(each);
            long waiting = count.pending();
            faults.brokerUp();
            return waiting;
        });
        result.put("toEffectP50Ms", count.toEffectMillis(50, from, to));
        result.put("toEffectP99Ms", count.toEffectMillis(99, from, to));
        step("broker frozen, " + each + " s", () -> faults.brokerFrozen(each));
        step("broker kill -9 and start", faults::brokerKilled);
        rest(2);
        step("database kill -9 and start", faults::databaseKilled);
        step("sent messages sent again", () -> faults.duplicates(RESENT));
        step("provider kill -9 at any moment", () -> {
            platform.kill("loan-provider-2");
            platform.kill("repayment-provider-2");
            platform.kill("fund-router-provider-2");
            long waiting = count.pending();
            platform.start("loan-provider-2");
            platform.start("repayment-provider-2");
            platform.start("fund-router-provider-2");
            return waiting;
        });
    }

    /** What callers see for some seconds, and longer if that is too little to judge by. */
    private DrillLoad.Answers watched(int atLeastSeconds) {
        long begun = System.nanoTime();
        rest(atLeastSeconds);
        while (load.answered(begun, System.nanoTime()).count() < CALLS_TO_JUDGE
                && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(LONGEST_PHASE_SECONDS)) {
            rest(1);
        }
        return load.answered(begun, System.nanoTime());
    }

    /** Faults at one step of the way, on known messages. */
    private void atTheirStep() throws SQLException {
        count.drain(DRAIN);
        step("kill -9 before commit", faults::killedBeforeCommit);
        step("kill -9 between commit and send", faults::killedBetweenCommitAndSend);
        step("kill -9 between send and mark", faults::killedBetweenSendAndMark);
        step("kill -9 after mark", faults::killedAfterMark);
        step("kill -9 inside the transaction of the effect", faults::killedInsideTheEffect);
        step("kill -9 between effect and acknowledgement", faults::killedBetweenEffectAndAcknowledgement);
        step("slow consumer told to stop", faults::slowConsumerStopped);
        step("poison", () -> faults.poison(UNREADABLE, UNSENDABLE));
        step("two instances sweep " + SWEPT, () -> {
            sweptTwice = faults.sweptTogether(SWEPT);
            return SWEPT;
        });
    }

    private boolean judge() {
        long planted = 2L * UNREADABLE + UNSENDABLE;
        Await.until("alarms are told", DRAIN, () -> count.alarms() >= planted);
        meters.close();
        result.put("businessRows", count.businessRows());
        result.put("messages", count.messages());
        result.put("deliveries", meters.deliveries());
        result.put("duplicatesDropped", meters.duplicates());
        result.put("effects", count.effects());
        result.put("lost", count.lost());
        result.put("doubled", count.doubled());
        result.put("dead", count.dead());
        result.put("deadPlanted", count.deadPlanted());
        result.put("alarms", count.alarms());
        result.put("oldestPendingSeconds", BigDecimal.valueOf(slowest, 3));
        result.put("repeatedCalls", maker.repeats());
        result.put("matrix", matrix);
        platform.verify();
        boolean judged = before.count() >= CALLS_TO_JUDGE && during.count() >= CALLS_TO_JUDGE;
        boolean notSlower = during.p99Millis().compareTo(before.p99Millis().multiply(MOST_SLOWER)) <= 0;
        boolean kept = count.lost() == 0
                && count.doubled() == 0
                && count.effects() == count.wantedEffects()
                && count.businessRows() <= count.messages()
                && count.dead() == planted
                && count.deadPlanted() == planted
                && count.alarms() == planted
                && sweptTwice == 0
                && slowest <= OLDEST_PENDING_MILLIS
                && (notSlower || !judged);
        result.put("callsBefore", before.count());
        result.put("callsDuring", during.count());
        result.put("callP99BeforeMs", before.p99Millis());
        result.put("callP99OutageMs", during.p99Millis());
        result.put("callsJudged", judged);
        result.put("callsNotSlower", notSlower);
        result.put("sweptTwice", sweptTwice);
        result.put("givenUp", giveUpPoison());
        result.put("ok", kept);
        return kept;
    }

    /** The operator's part, over Dubbo: every dead message and letter is given up by name. */
    private long giveUpPoison() {
        long done = 0;
        for (String provider : List.of("loan-provider", "fund-router-provider", "repayment-provider")) {
            MessageAdminService admin = services.consumer().service(MessageAdminService.class, provider);
            for (String source : List.of("OUTBOX", "CONSUMER")) {
                MessagePageView page = data(admin.search(new MessageSearchQuery(source, null, null, 0L, 100)));
                for (MessageView message : page.messages()) {
                    String requestNo = "drill-" + People.now().run() + "-" + message.id();
                    data(admin.giveUp(
                            new ResolveMessageRequest(requestNo, source, message.id(), "drill", "planted poison")));
                    done++;
                }
            }
        }
        return done;
    }

    /** Injects a fault, waits until everything is where it belongs, and notes both. */
    private void step(String fault, Fault injection) throws SQLException {
        err.println(fault);
        long duplicatesBefore = meters.duplicates();
        long caught = injection.inject();
        MessageCount.Drained drained = count.drain(DRAIN);
        slowest = Math.max(slowest, drained.sentMillis());
        rest(SETTLE_SECONDS); // copies that are still on their way are counted here, not in the next step
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fault", fault);
        row.put("caught", caught);
        row.put("sentMs", drained.sentMillis());
        row.put("drainMs", drained.effectMillis());
        row.put("duplicates", meters.duplicates() - duplicatesBefore);
        row.put("loans", load.loans());
        matrix.add(row);
        err.println("  caught " + caught + ", drained in "
                + BigDecimal.valueOf(drained.effectMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s, "
                + row.get("duplicates") + " duplicates dropped, " + load.loans() + " loans so far");
    }

    private String utcNow() {
        return platform.text("SELECT CAST(NOW(3) AS CHAR)");
    }

    private static <T> T data(RpcResult<T> answer) {
        T data = answer.data();
        if (data == null) {
            throw new IllegalStateException("answered " + answer.code() + " " + answer.message());
        }
        return data;
    }

    private static void rest(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What happens, and how many messages it caught. */
    @FunctionalInterface
    private interface Fault {
        long inject() throws SQLException;
    }
}

package io.jointlending.system.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Banks;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.Services;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code scripts/drill fund}: orders against banks that refuse, are busy, and lose and forge their answers, while fund routers are
 * killed and Redis is away, and beside a bank that is slow; then the books of the banks are laid beside ours.
 */
public final class FundDrill {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int CALLERS = 8;
    private static final int FAST_SHARE = 10;
    private static final int FEW = 40;
    private static final int SLOW_MS = 12_000;
    private static final List<String> INSTANCES = List.of("fund-router-provider-1", "fund-router-provider-2");

    /** What goes wrong with the banks of the main run: everything that a flow gets over within minutes. */
    private static final Map<String, Object> FAULTY = Map.of(
            "refusePerMille",
            100,
            "faultsPerMille",
            Map.of("LOST", 60, "BAD_GATEWAY", 40, "BAD_SIGNATURE", 20, "BUSY", 30),
            "callback",
            "DUPLICATE");

    private final DrillPlatform platform;
    private final Services services;
    private final Banks banks;
    private final FundCount count;
    private final int orders;
    private final long seed;
    private final PrintStream err;
    private final Map<String, Object> result = new LinkedHashMap<>();

    private final boolean route;

    private FundDrill(DrillPlatform platform, int orders, long seed, boolean route, PrintStream err) {
        this.platform = platform;
        this.orders = orders;
        this.seed = seed;
        this.route = route;
        this.err = err;
        this.services = new Services(DubboConsumer.throughRegistry(
                "joint-lending-drill", platform.now().registryAddress()));
        this.banks = platform.now().banks().orElseThrow();
        this.count = new FundCount(platform, banks);
    }

    /** {@code FundDrill SCRIPTS PLATFORM-DIRECTORY ORDERS SEED ROUTE}; one line of JSON on stdout. */
    public static void main(String[] arguments) throws JsonProcessingException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        FundDrill drill = new FundDrill(
                new DrillPlatform(Path.of(arguments[0]), Path.of(arguments[1]), err),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Boolean.parseBoolean(arguments[4]),
                err);
        boolean ok = false;
        try {
            ok = drill.run();
        } catch (RuntimeException e) {
            e.printStackTrace(err);
            drill.result.put("error", e.toString());
            drill.countAnyway();
        }
        drill.result.put("ok", ok);
        out.println(new ObjectMapper().writeValueAsString(drill.result));
        out.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(ok ? 0 : 1);
    }

    /** What stands in the books when something went wrong, if they can be read. */
    private void countAnyway() {
        try {
            judge();
        } catch (RuntimeException e) {
            e.printStackTrace(err);
        }
    }

    private boolean run() {
        result.put("seed", seed);
        int few = Math.max(FEW, orders / FAST_SHARE);
        lend("JOINT-80-20", few); // connections, classes
        count.awaitEnded(PATIENCE);
        besideASlowBank(few);
        err.println(orders + " orders against faulty banks");
        banks.behave("first-bank", "*", faulty(0));
        banks.behave("second-bank", "*", faulty(1));
        if (route) {
            new DrillRoute(services).use();
        }
        int quarter = orders / 4;
        lend(scheme("JOINT-50-30-20"), quarter);
        platform.kill(INSTANCES.get(0));
        lend(scheme("JOINT-70-30"), quarter);
        platform.start(INSTANCES.get(0));
        platform.server("kill", "redis");
        lend(scheme("JOINT-50-30-20"), quarter);
        platform.kill(INSTANCES.get(1));
        platform.server("start", "redis");
        lend(scheme("JOINT-80-20"), orders - 3 * quarter);
        platform.start(INSTANCES.get(1));
        err.println("until every order is funded or waits for a person");
        count.awaitEnded(PATIENCE);
        FundCount.Found found = judge();
        platform.verify();
        long personal = new PersonalDataSearch(platform).found();
        result.put("personalData", personal);
        boolean rerouted = !route || count.rerouted() > 0;
        return found.whole() && personal == 0 && rerouted;
    }

    /** The scheme that an order asks for; none where a route decides. */
    private @Nullable String scheme(String code) {
        return route ? null : code;
    }

    private void besideASlowBank(int few) {
        err.println("the fast bank alone");
        result.put("fastP95Ms", besideTheFast(few));
        err.println("the fast bank beside a slow one");
        banks.behave("first-bank", "*", Map.of("delayMs", SLOW_MS));
        lend("JOINT-70-30", few);
        result.put("fastP95BesideSlowMs", besideTheFast(few));
        // its breaker lets one call a minute try, and each would be slow again
        banks.behave("first-bank", "*", Map.of());
        count.awaitEnded(PATIENCE);
    }

    private Map<String, Object> faulty(int bank) {
        Map<String, Object> behaviour = new LinkedHashMap<>(FAULTY);
        behaviour.put("seed", seed + bank);
        return behaviour;
    }

    /** 95 % of the loans of the second bank are made within so many milliseconds. */
    private long besideTheFast(int loans) {
        String from = platform.text("SELECT CAST(UTC_TIMESTAMP(3) AS CHAR)");
        lend("JOINT-80-20", loans);
        Await.until("the fast bank has decided", PATIENCE, () -> count.openOf("second-bank", from) == 0);
        return count.p95Millis("second-bank", from);
    }

    private void lend(@Nullable String scheme, int loans) {
        LoanMaker maker = new LoanMaker(services, scheme);
        List<Callable<Void>> work = Collections.nCopies(loans, () -> {
            maker.paid(maker.lent());
            return null;
        });
        ThreadPoolExecutor callers = new ThreadPoolExecutor(
                CALLERS, CALLERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(Math.max(1, loans)));
        try {
            for (Future<Void> loan : callers.invokeAll(work, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                loan.get();
            }
        } catch (CancellationException e) {
            throw new IllegalStateException(loans + " orders are not paid out within " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order was refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            callers.shutdownNow();
        }
    }

    private FundCount.Found judge() {
        FundCount.Found found = count.found();
        result.put("orders", found.orders());
        result.put("funded", found.funded());
        result.put("rerouted", count.rerouted());
        result.put("doubleFunded", found.doubleFunded());
        result.put("lostFunding", found.lostFunding());
        result.put("stuck", found.stuck());
        result.put("unknown", found.unknown());
        result.put("manual", found.manual());
        result.put("quotaLeak", found.quotaLeak());
        return found;
    }
}

package io.jointlending.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.system.client.DubboConsumer;
import io.jointlending.system.client.People;
import io.jointlending.system.client.RunningPlatform;
import io.jointlending.system.client.Services;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * {@code scripts/bench console}: how long each page of the console waits for its data, over HTTP as the browser asks, with many
 * channels, audit rows and orders in the tables.
 */
public final class ConsoleBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT_MILLIS = 300;
    private static final int WARM_UP = 3;
    private static final int INSTALLMENTS = 12;
    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    private final RunningPlatform platform;
    private final HttpClient client = HttpClient.newHttpClient();
    private final long orders;
    private final long auditRows;
    private final int channels;
    private final int rounds;
    private final PrintStream err;
    private String token = "";

    private ConsoleBenchmark(String[] arguments, PrintStream err) {
        this.platform = RunningPlatform.of(Path.of(arguments[0]));
        this.orders = Long.parseLong(arguments[1]);
        this.auditRows = Long.parseLong(arguments[2]);
        this.channels = Integer.parseInt(arguments[3]);
        this.rounds = Integer.parseInt(arguments[4]);
        this.err = err;
    }

    /** {@code ConsoleBenchmark PLATFORM-PROPERTIES ORDERS AUDIT-ROWS CHANNELS ROUNDS}; one line of JSON on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            Map<String, Object> result = new ConsoleBenchmark(arguments, err).run();
            out.println(JSON.writeValueAsString(result));
            code = Boolean.TRUE.equals(result.get("ok")) ? 0 : 1;
        } catch (RuntimeException | SQLException | IOException | InterruptedException e) {
            e.printStackTrace(err);
            code = 1;
        }
        out.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    private Map<String, Object> run() throws SQLException, IOException, InterruptedException {
        String order = fill();
        List<Map<String, Object>> calls = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        for (var page : pages(order).entrySet()) {
            Map<String, Object> call = measure(page.getKey(), page.getValue());
            calls.add(call);
            if (Objects.requireNonNull((Long) call.get("maxMicros")) >= TimeUnit.MILLISECONDS.toMicros(LIMIT_MILLIS)) {
                slow.add(page.getKey());
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ok", slow.isEmpty());
        result.put("limitMillis", LIMIT_MILLIS);
        result.put("slow", slow);
        result.put("orders", orders);
        result.put("auditRows", auditRows);
        result.put("channels", channels);
        result.put("rounds", rounds);
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("calls", calls);
        return result;
    }

    /** The order that the copies are made of, and whose page is measured. */
    private String fill() throws SQLException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
        try (Services services =
                        new Services(DubboConsumer.throughRegistry("joint-lending-bench", platform.registryAddress()));
                ConsoleBook book = new ConsoleBook(platform.database("", ""), err)) {
            String order = new LentOrders(services, People.now(), err)
                    .lend(1, INSTALLMENTS)
                    .get(0);
            String person = "bench-" + token.substring(0, 12);
            book.person(person, token);
            book.configuration(channels);
            book.channels(channels, person);
            book.audit(auditRows);
            book.orders(order, orders);
            return order;
        }
    }

    /** What the pages ask for, by page; the last pages of lists and searches in the depth of the audit among them. */
    private Map<String, String> pages(String order) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/overview");
        pages.put("overview, orders over a week", "/order-counts?days=7");
        pages.put("overview, orders over a year", "/order-counts?days=365");
        pages.put("order", "/orders/" + order);
        pages.put("messages that need a person", "/messages/loan-provider?source=OUTBOX&afterId=0&limit=50");
        pages.put("messages that wait", "/messages/loan-provider?source=OUTBOX&state=PENDING&afterId=0&limit=50");
        pages.put(
                "messages of a key",
                "/messages/loan-provider?source=OUTBOX&key=activated-" + order + "&afterId=0&limit=50");
        pages.put("products", "/products?pageNo=1&pageSize=50");
        pages.put("products, last page", "/products?pageNo=" + Math.max(1, channels / 50) + "&pageSize=50");
        pages.put("product", "/products/BENCH-" + (channels - 1));
        pages.put("institution", "/institutions/BENCH-" + (channels - 1));
        pages.put("fund channel", "/fund-channels/BENCH-" + (channels - 1));
        channelPages(pages);
        pages.put("to decide", "/approvals?list=TO_DECIDE&pageSize=50");
        pages.put("all proposals", "/approvals?list=ALL&pageSize=50");
        pages.put("flows", "/flows?kind=FLOW");
        pages.put("breakers", "/breakers");
        pages.put("users", "/users?pageNo=1&pageSize=50");
        pages.put("users, last page", "/users?pageNo=" + Math.max(1, channels / 50) + "&pageSize=50");
        pages.put("roles", "/roles?pageNo=1&pageSize=100");
        pages.put("audit", "/audit?pageSize=50");
        pages.put("audit of a person", "/audit?who=p7&pageSize=50");
        pages.put("audit of an action", "/audit?action=actionh&pageSize=50");
        pages.put("audit of a target", "/audit?targetKind=PRODUCT&targetCode=T-77&pageSize=50");
        pages.put("audit of a person and action, which is rare", "/audit?who=p7&action=actioni&pageSize=50");
        pages.put("audit of the fund side", "/audit/fund?pageSize=50");
        pages.put("instances", "/instances");
        pages.put("RPC in use", "/rpc-usage?days=30");
        pages.put("slow SQL", "/statements/loan-provider?order=TOTAL&limit=50");
        return pages;
    }

    private void channelPages(Map<String, String> pages) {
        LocalDate yesterday = LocalDate.now(BUSINESS_ZONE).minusDays(1);
        String year = "channelCode=BENCH-" + (channels - 1) + "&fromDate=" + yesterday.minusDays(364) + "&toDate="
                + yesterday;
        pages.put("acquisition channels", "/acquisition-channels?pageSize=200");
        pages.put("acquisition channel", "/acquisition-channels/BENCH-" + (channels - 1));
        pages.put("statistics, all channels on a day", "/channel-days/" + yesterday);
        pages.put("statistics, a channel over a year", "/channel-days?" + year);
        pages.put("statistics, overdue of all channels on a day", "/channel-overdue/" + yesterday);
        pages.put("statistics, overdue of a channel over a year", "/channel-overdue?" + year);
        pages.put("customer managers", "/agents?pageSize=200");
        pages.put("orders of my customers", "/my-orders?channelCode=BENCH-0&pageSize=50");
    }

    private Map<String, Object> measure(String page, String path) throws IOException, InterruptedException {
        long[] micros = new long[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long begun = System.nanoTime();
            get(path);
            if (round >= 0) {
                micros[round] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
            }
        }
        java.util.Arrays.sort(micros);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("page", page);
        call.put("path", path.replaceAll("[0-9]{22}", "ORDER"));
        call.put("medianMicros", micros[rounds / 2]);
        call.put("maxMicros", micros[rounds - 1]);
        err.println("  " + page + ": median " + micros[rounds / 2] / 1000 + " ms, slowest " + micros[rounds - 1] / 1000
                + " ms");
        return call;
    }

    private void get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(platform.required("console.address") + "/console/api" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200 || answer.path("data").isNull()) {
            throw new IllegalStateException(path + ": " + Objects.toString(response.body()));
        }
    }
}

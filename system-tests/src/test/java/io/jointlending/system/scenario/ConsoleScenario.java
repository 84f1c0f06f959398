package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console over all four providers: a person from the first account to the picture of a loan. */
@ExtendWith(OnPlatform.class)
final class ConsoleScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OPEN_BREAKERS = Pattern.compile("(?m)^jl_fund_breakers_open\\S* (\\S+)$");
    private static String viewer = "";
    private static String order = "";

    private final LocalDate yesterday =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    private final Platform platform;

    ConsoleScenario(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void an_account_and_an_order() throws IOException, InterruptedException, SQLException {
        if (viewer.isEmpty()) {
            viewer = platform.console().person("vera", "VIEWER", "SUPPORT", "MAKER");
        }
        if (order.isEmpty()) {
            Borrowing loan = platform.borrower();
            String orderNo = lent(loan, 1_234_567L);
            platform.awaitSubOrders(orderNo);
            loan.repay(orderNo, 50_001L, 1);
            order = orderNo;
            yesterdayOfAChannel();
        }
    }

    private String lent(Borrowing loan, long amountFen) {
        loan.activate(10_000_000L);
        String orderNo = loan.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-50-30-20", amountFen, 12)
                .orderNo();
        loan.loanOut(orderNo);
        loan.paid(orderNo, amountFen);
        platform.awaitStatus(orderNo, 40);
        return orderNo;
    }

    /** As the jobs of the night leave it behind. */
    private void yesterdayOfAChannel() throws SQLException {
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "REPLACE INTO loan.channel_day (channel_code, business_date, submitted_count, submitted_fen,"
                            + " lent_count, lent_fen, failed_count, counted_at) VALUES ('APP-MAIN', '" + yesterday
                            + "', 9, 900000, 6, 600000, 2, UTC_TIMESTAMP(3))");
            statement.execute("REPLACE INTO repayment.channel_overdue_day (channel_code, business_date, order_count,"
                    + " overdue_fen) VALUES ('APP-MAIN', '" + yesterday + "', 2, 123456)");
        }
    }

    @Test
    void an_order_is_shown_as_every_provider_sees_it_and_no_fen_is_lost_between_them() throws Exception {
        JsonNode page = get("/orders/" + order, viewer);
        assertThat(page.at("/order/status").asInt()).isEqualTo(40);
        for (String part : List.of("plan", "history", "funding", "ledger", "tasks", "decisions")) {
            assertThat(page.get(part).get("code").asText())
                    .as("%s", page.get(part))
                    .isEqualTo("00000");
        }
        assertThat(page.at("/plan/data/installments")).hasSize(12);
        assertThat(page.at("/ledger/data/subLedgers")).hasSize(3);
        assertThat(page.at("/funding/data/subOrders")).hasSize(3);
        assertThat(page.get("conservation")).hasSize(4).allMatch(line -> line.get("holds")
                .asBoolean());
        assertThat(page.at("/conservation/0/masterDueFen").asLong()).isEqualTo(1_234_567L);
        assertThat(page.at("/conservation/0/partsSettledFen").asLong())
                .isEqualTo(page.at("/conservation/0/masterSettledFen").asLong())
                .isPositive();
        assertThat(page.get("messages"))
                .as("one look at each provider")
                .hasSize(3)
                .allMatch(messages -> messages.at("/found/code").asText().equals("00000"));
        assertThat(page.get("messages").findValuesAsText("type"))
                .containsExactly("MasterOrderActivated", "SubOrdersCreated", "RepaymentPosted");
        assertThat(send("GET", "/orders/2600000000000000000000", viewer, null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_overview_has_every_provider_and_the_figures_that_must_be_zero() throws Exception {
        JsonNode providers = get("/overview", viewer).get("providers");
        assertThat(providers)
                .hasSize(4)
                .allMatch(one -> one.at("/status/code").asText().equals("00000"));
        assertThat(providers.findValues("figures").stream()
                        .flatMap(figures -> figures.findValuesAsText("name").stream()))
                .contains(
                        "jl.orders",
                        "jl.outbox.pending",
                        "jl.split.mismatches",
                        "jl.payment.unknown",
                        "jl.fund.breakers.open",
                        "jl.fund.monitor",
                        "jl.registered");
        for (String application :
                List.of("loan-provider", "fund-router-provider", "repayment-provider", "channel-admin-provider")) {
            assertThat(get("/messages/" + application + "?source=OUTBOX&afterId=0&limit=10", viewer)
                            .get("messages"))
                    .isNotNull();
        }
        String key = "activated-" + order;
        JsonNode message = get("/messages/loan-provider?source=OUTBOX&key=" + key + "&afterId=0&limit=10", viewer)
                .at("/messages/0");
        assertThat(get("/messages/loan-provider/OUTBOX/" + message.get("id"), viewer)
                        .get("body")
                        .asText())
                .contains(order);
        HttpResponse<String> refused = send(
                "POST",
                "/messages/loan-provider/replay",
                viewer,
                JSON.writeValueAsString(Map.of(
                        "requestNo",
                        platform.number("replay"),
                        "source",
                        "OUTBOX",
                        "id",
                        message.get("id").asLong(),
                        "note",
                        "it was sent already")));
        assertThat(refused.body()).contains("A0592");
    }

    @Test
    void a_client_that_does_not_end_its_request_is_hung_up_on() throws Exception {
        int port = platform.provider(Provider.CHANNEL_ADMIN).consolePort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000); // a SocketTimeoutException is the failure
            socket.getOutputStream()
                    .write("GET /console/ HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(readOrReset(socket)).isEqualTo(-1);
        }
    }

    private static int readOrReset(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }

    @Test
    void flows_and_tasks_are_read_from_the_fund_side() throws Exception {
        assertThat(get("/flows?kind=FLOW", viewer).get("versions")).isNotNull();
        assertThat(get("/flows?kind=CHANNEL", viewer).get("versions")).isNotNull();
        assertThat(get("/flows/FLOW/first-bank.loan", viewer).get("versions")).isNotNull();
        assertThat(send("GET", "/flows/FLOW/no-such.flow/1", viewer, null).body())
                .contains("A0602");
        assertThat(send("GET", "/tasks/T000000999999999", viewer, null).body()).contains("A0606");
        String resume = JSON.writeValueAsString(Map.of("requestNo", platform.number("resume"), "reason", "try again"));
        assertThat(send("POST", "/tasks/T000000999999999/resume", viewer, resume)
                        .body())
                .contains("A0606");
        String activate = JSON.writeValueAsString(Map.of(
                "requestNo",
                platform.number("activate"),
                "kind",
                "FLOW",
                "name",
                "no-such.flow",
                "version",
                1,
                "divergencesSeen",
                0));
        assertThat(send("POST", "/flows/activate", viewer, activate).body()).contains("A0406");
    }

    @Test
    void a_breaker_is_held_open_by_a_person_and_calls_wait_until_it_is_let_go_of() throws Exception {
        String apply = "POST loan/apply";
        String hold = JSON.writeValueAsString(Map.of(
                "requestNo",
                platform.number("hold"),
                "channel",
                "first-bank",
                "endpoint",
                apply,
                "position",
                "OPEN",
                "minutes",
                5,
                "reason",
                "the bank asked us to wait"));
        String nobody = platform.console().person("ada", "ADMINISTRATOR");
        assertThat(send("POST", "/breakers/switch", nobody, hold).body()).contains("A0406");
        HttpResponse<String> held = send("POST", "/breakers/switch", viewer, hold);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        assertThat(breaker(apply).get("operator").asText()).isEqualTo("vera");
        assertThat(breaker(apply).get("state").asText()).isEqualTo("OPEN");

        String orderNo = lent(platform.borrower(), 500_000L);
        Await.until("its task stands before the breaker", Platform.ASYNC, () -> waits(orderNo));
        assertThat(get("/orders/" + orderNo, viewer).at("/funding/data/subOrders"))
                .isEmpty();
        String letGo = JSON.writeValueAsString(Map.of(
                "requestNo",
                platform.number("hold"),
                "channel",
                "first-bank",
                "endpoint",
                apply,
                "position",
                "MEASURED",
                "reason",
                "the bank is back"));
        assertThat(send("POST", "/breakers/switch", viewer, letGo).statusCode()).isEqualTo(200);
        assertThat(breaker(apply).get("position").asText()).isEqualTo("MEASURED");
        platform.awaitSubOrders(orderNo);
    }

    @Test
    void what_was_said_at_another_instance_is_in_force_here_and_over_when_its_row_is() throws Exception {
        String row = "fund_router.breaker_switch";
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "REPLACE INTO " + row + " (channel, endpoint, position, until_at, operator, reason) VALUES"
                            + " ('second-bank', 'POST gateway/statement', 'OPEN', UTC_TIMESTAMP(3) + INTERVAL 1 HOUR, 'ann', 'test')");
            Await.until("no call passes", Platform.ASYNC, () -> openBreakers() == 1);
            statement.execute("UPDATE " + row + " SET until_at = UTC_TIMESTAMP(3) WHERE channel = 'second-bank'");
            Await.until("calls pass again", Platform.ASYNC, () -> openBreakers() == 0);
        }
    }

    /** As the fund router measures it. */
    private long openBreakers() {
        Matcher measured =
                OPEN_BREAKERS.matcher(platform.provider(Provider.FUND_ROUTER).metrics());
        assertThat(measured.find()).isTrue();
        return Math.round(Double.parseDouble(measured.group(1)));
    }

    private JsonNode breaker(String endpoint) throws IOException, InterruptedException {
        for (JsonNode one : get("/breakers?channel=first-bank", viewer).get("breakers")) {
            if (one.get("endpoint").asText().equals(endpoint)) {
                return one;
            }
        }
        throw new AssertionError("no breaker of " + endpoint);
    }

    /** It has been there, was not let through, and sent nothing. */
    private boolean waits(String orderNo) {
        try (Connection connection = platform.database();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT COUNT(*) FROM fund_router.fund_task t WHERE t.order_no = '"
                                + orderNo
                                + "' AND t.step = 'loan-apply' AND t.status = 1 AND t.version > 1 AND NOT EXISTS"
                                + " (SELECT 1 FROM fund_router.fund_step_log l WHERE l.task_id = t.id AND l.step = 'loan-apply'"
                                + " AND l.kind = 'SENT')")) {
            return found.next() && found.getLong(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_person_logs_in_and_looks_at_the_loan_in_a_real_browser() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "chromium is not installed: apt-get install chromium");
        Path home = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/console");
        Await.until("the order is counted", Platform.ASYNC, this::activeOrdersAreCounted);
        try (Browser browser = Browser.start(program.get(), home.resolve("profile"))) {
            browser.size(1180, 900);
            platform.console().login(browser, "vera");
            browser.await(
                    "the overview is shown", "document.querySelector('[data-figure=\"jl.split.mismatches\"] .good')");
            assertThat(browser.value("document.querySelectorAll('nav a').length")
                            .asInt())
                    .isEqualTo(14);
            browser.await("orders over time are drawn", "document.querySelector('[data-chart=order-counts] svg rect')");
            assertThat(browser.value("document.querySelector('[data-chart=order-counts] table tbody').textContent")
                            .asText())
                    .as("every number stands in a table too")
                    .isNotBlank();
            browser.screenshot(home.resolve("overview.png"));
            browser.value("location.hash='#/orders/" + order + "'");
            browser.await("the order is shown", "document.querySelectorAll('[data-holds=true]').length===4");
            assertThat(browser.value("document.querySelectorAll('[data-holds=false]').length")
                            .asInt())
                    .isZero();
            assertThat(browser.value("document.querySelectorAll('figure svg rect').length")
                            .asInt())
                    .isGreaterThanOrEqualTo(36);
            assertThat(browser.value("document.querySelectorAll('ol.line li').length")
                            .asInt())
                    .isGreaterThanOrEqualTo(5);
            browser.screenshot(home.resolve("order.png"));
            looksAtChannels(browser);
            browser.screenshot(home.resolve("statistics.png"));
            for (String page : List.of(
                    "messages",
                    "channels",
                    "acquisition",
                    "agents",
                    "todo",
                    "flows",
                    "breakers",
                    "instances",
                    "rpc",
                    "statements")) {
                browser.value("location.hash='#/" + page + "'");
                browser.await(page + " is shown", "document.getElementById('main').dataset.page==='" + page + "'");
                assertThat(browser.value("document.querySelector('main [role=alert]')?.textContent ?? ''")
                                .asText())
                        .as(page)
                        .isEmpty();
            }
            browser.value("[...document.querySelectorAll('header button')].find(b => b.lang === 'zh').click()");
            browser.await("the page speaks Chinese", "document.documentElement.lang==='zh'");
            browser.value("location.hash='#/overview'");
            browser.await(
                    "the overview is shown in Chinese",
                    "document.querySelector('h1').textContent==='总览' && document.querySelector('[data-figure]')");
            browser.size(390, 800);
            assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .as("nothing sticks out on a small screen")
                    .isTrue();
            browser.screenshot(home.resolve("small.png"));
            browser.value("location.hash='#/statistics/APP-MAIN'");
            browser.await(
                    "the statistics are shown in Chinese",
                    "document.querySelector('h1').textContent==='每日统计'"
                            + " && document.querySelector('[data-chart=channel-days] svg')");
            assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .as("nor there")
                    .isTrue();
            assertThat(browser.value("[...document.querySelectorAll('input,select,textarea')]"
                                    + ".every(one => one.closest('label')) && [...document.querySelectorAll('svg')]"
                                    + ".every(one => one.getAttribute('aria-label'))")
                            .asBoolean())
                    .as("every field has a label and every picture words")
                    .isTrue();
            assertThat(browser.value("document.cookie").asText()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The life of a channel, and what it brought: every picture has its numbers in a table. */
    private static void looksAtChannels(Browser browser) {
        browser.value("location.hash='#/acquisition'");
        browser.await("channels are listed", "document.querySelector('a[href=\"#/acquisition/one/APP-MAIN\"]')");
        browser.value("location.hash='#/acquisition/one/APP-MAIN'");
        browser.await("the life of a channel is drawn", "document.querySelectorAll('svg rect.present').length===1");
        browser.value("location.hash='#/statistics'");
        browser.await(
                "a day of all channels is drawn", "document.querySelector('[data-chart=day-of-channels] svg rect')");
        browser.value("location.hash='#/statistics/APP-MAIN'");
        browser.await(
                "days are drawn",
                "document.querySelector('[data-chart=channel-days] svg rect')"
                        + " && document.querySelector('[data-chart=channel-overdue] svg rect')");
        assertThat(browser.value("document.querySelector('[data-chart=channel-overdue] table tbody').textContent")
                        .asText())
                .as("amounts are yuan")
                .contains("1,234.56");
    }

    @Test
    void what_a_channel_brought_and_what_is_overdue_of_it_come_from_the_providers_that_own_it() throws Exception {
        String days = "?channelCode=APP-MAIN&fromDate=" + yesterday + "&toDate=" + yesterday;
        assertThat(get("/channel-days" + days, viewer)
                        .at("/days/0/submittedCount")
                        .asLong())
                .isEqualTo(9);
        assertThat(get("/channel-overdue" + days, viewer)
                        .at("/days/0/overdueFen")
                        .asLong())
                .isEqualTo(123_456);
        assertThat(get("/channel-days/" + yesterday, viewer).get("days").findValuesAsText("channelCode"))
                .contains("APP-MAIN");
        assertThat(get("/channel-overdue/" + yesterday, viewer).get("days").findValuesAsText("channelCode"))
                .contains("APP-MAIN");
        assertThat(send("GET", "/channel-overdue" + days.replace("toDate=2", "toDate=1"), viewer, null)
                        .body())
                .contains("A0400", "toDate");
        String nobody = platform.console().person("adam", "ADMINISTRATOR");
        assertThat(send("GET", "/channel-overdue" + days, nobody, null).body()).contains("A0406");
        assertThat(send("GET", "/channel-days" + days, nobody, null).body()).contains("A0406");
    }

    private boolean activeOrdersAreCounted() {
        try {
            for (JsonNode time : get("/order-counts?days=1", viewer).get("times")) {
                for (JsonNode count : time.get("counts")) {
                    if (count.get("status").asInt() == 40 && count.get("orders").asLong() > 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        return platform.console().get(path, token);
    }

    private HttpResponse<String> send(String method, String path, String token, @Nullable String body)
            throws IOException, InterruptedException {
        return platform.console().send(method, path, token, body);
    }
}

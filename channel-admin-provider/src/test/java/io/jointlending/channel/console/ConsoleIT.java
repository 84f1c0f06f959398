package io.jointlending.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.approval.DecideRequest;
import io.jointlending.api.approval.ProposeRequest;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.AgentService;
import io.jointlending.api.channel.AuditQueryService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.ops.InstanceAdminService;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.channel.Fixture;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.agent.AgentRpc;
import io.jointlending.channel.agent.Agents;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.channel.iam.Users;
import io.jointlending.channel.instance.InstanceAdminRpc;
import io.jointlending.channel.instance.Instances;
import io.jointlending.channel.usage.RegisteredContracts;
import io.jointlending.channel.usage.RpcUsageRpc;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.identity.CallAuthority;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.Person;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.identity.Sessions;
import io.jointlending.support.instance.InstanceNotice;
import io.jointlending.support.json.Json;
import io.jointlending.support.message.MessageAdminRpc;
import io.jointlending.support.message.Redelivery;
import io.jointlending.support.ops.OpsRpc;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.OutboxBacklog;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.rpc.CallGuard;
import io.jointlending.support.rpc.LocalDoor;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.usage.CallUsage;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console over HTTP, as in production: everything that this provider answers by itself. */
class ConsoleIT {
    private static final String CHOSEN = "a long enough passphrase 7";
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Fixture channel;
    private static ConsolePages pages;
    private static ConsoleServer server;
    private static String maker;
    private static String checker;
    private static String administrator;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        channel = Fixture.open();
        SchemaFixture database = channel.database();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        CallAuthority authority = new CallAuthority(
                new byte[32],
                List.of(),
                Duration.ofMinutes(1),
                false,
                new SessionCache(channel.part(Sessions.class), ChangeNotices.none()),
                Clock.systemUTC());
        LocalDoor door = new LocalDoor(new CallGuard(List.of(), authority, 16, meters), "channel-admin-provider");
        MessageAdminService messages = new MessageAdminRpc(
                database.transactions(),
                database.session(),
                channel.part(IdempotentCommands.class),
                (group, topic, type, key, body) -> new Redelivery.Result(false, "nobody consumes here"),
                () -> {});
        OpsService ops = new OpsRpc(
                "channel-admin-provider",
                "here",
                database.dataSource(),
                BusinessCalendar.following(Clock.systemUTC()),
                new OutboxBacklog(database.session(), MessageRegistry.of(List.of()), meters),
                meters,
                new CallUsage("channel-admin-provider", database.session()),
                database.times());
        OwnContracts own = new OwnContracts(
                door.to(IamAuthService.class, channel.part(IamAuthService.class)),
                door.to(ApprovalService.class, channel.approvals()),
                door.to(ChannelQueryService.class, channel.part(ChannelQueryService.class)),
                door.to(FundChannelService.class, channel.part(FundChannelService.class)),
                door.to(IamQueryService.class, channel.part(IamQueryService.class)),
                door.to(AuditQueryService.class, channel.part(AuditQueryService.class)),
                door.to(MessageAdminService.class, messages),
                door.to(OpsService.class, ops),
                door.to(RpcUsageService.class, new RpcUsageRpc(ConsoleIT::registered, application -> ops)),
                door.to(
                        InstanceAdminService.class,
                        new InstanceAdminRpc(
                                ConsoleIT::instances,
                                (instance, command) -> RpcResult.refused(
                                        ErrorCodes.PROVIDER_UNAVAILABLE, "nobody runs at " + instance.address(), null),
                                new AuditLog(database.session()),
                                database.transactions())),
                door.to(AcquisitionChannelService.class, channel.part(AcquisitionChannelService.class)),
                door.to(
                        AgentService.class,
                        new AgentRpc(
                                new Agents(database.session()),
                                channel.part(AcquisitionChannels.class),
                                channel.part(Users.class),
                                channel.part(AuditLog.class),
                                (borrowerNos, before, limit) -> List.of(),
                                channel.part(IdempotentCommands.class))));
        pages = new ConsolePages(
                own, new RemoteContracts(ApplicationModel.defaultModel().getDefaultModule()));
        server = new ConsoleServer(
                new ConsoleProperties("127.0.0.1", 0, 4, List.of()), "channel-admin-provider", own.auth(), pages);
        maker = person("mary", "MAKER");
        checker = person("chris", "CHECKER");
        administrator = person("ada", "ADMINISTRATOR");
    }

    @AfterAll
    static void close() {
        server.close();
        channel.close();
    }

    @Test
    void without_a_session_everything_but_the_login_is_refused_before_any_contract_is_called() throws Exception {
        assertThat(pages.routes().all())
                .filteredOn(route -> !route.session())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.path()).isEqualTo("/login");
                });
        for (Routes.Route route : pages.routes().all()) {
            if (route.session()) {
                String path = route.path().replaceAll("\\{[a-zA-Z]+}", "1");
                for (String token : List.of("", "short", "a".repeat(43), "a\tb".repeat(10))) {
                    Answer answer = send(route.method(), path, token.isEmpty() ? null : token, "{}");
                    assertThat(answer.status).as("%s %s", route.method(), path).isEqualTo(401);
                    assertThat(answer.code()).isEqualTo("A0401");
                }
            }
        }
    }

    @Test
    void a_token_in_the_address_is_no_token() throws Exception {
        assertThat(send("GET", "/me?token=" + maker, null, null).status).isEqualTo(401);
        assertThat(send("GET", "/me?session=" + maker + "&jl-session=" + maker, null, null).status)
                .isEqualTo(401);
        HttpResponse<String> cookie = CLIENT.send(
                HttpRequest.newBuilder(uri("/console/api/me"))
                        .header("Cookie", "session=" + maker)
                        .build(),
                BodyHandlers.ofString());
        assertThat(cookie.statusCode()).isEqualTo(401);
        assertThat(send("GET", "/me", maker, null).data().get("loginName").asText())
                .isEqualTo("mary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/io.jointlending.api.iam.IamAuthService/login",
                "/console/api/io.jointlending.api.loan.LoanService/submit",
                "/console/api/LoanService/findOrder",
                "/console/api/",
                "/console/api/login/",
                "/console/../etc/passwd",
                "/console/%2e%2e/application.yml",
                "/console/application.yml",
                "/application.yml",
                "/metrics",
                "/ready",
                "/console/console/index.html"
            })
    void nothing_else_can_be_reached(String path) throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(uri(path))
                            .method(method, BodyPublishers.ofString("{}"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + administrator)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as("%s %s", method, path).isEqualTo(404);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void every_answer_forbids_scripts_and_frames_of_others_and_nothing_of_the_api_is_stored() throws Exception {
        for (String path : List.of("/console/", "/console/app.js", "/console/app.css", "/console/api/me", "/nothing")) {
            HttpResponse<String> response =
                    CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "http", "*", "data:");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "access-control-allow-origin");
        }
        assertThat(send("GET", "/me", maker, null).headers.firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void the_page_is_all_its_own_and_is_not_sent_again_unchanged() throws Exception {
        HttpResponse<String> page = get("/console/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(get("/").headers().firstValue("Location")).hasValue("/console/");
        List<String> files = List.of(
                "app.css",
                "app.js",
                "api.js",
                "dom.js",
                "text.js",
                "charts.js",
                "overview.js",
                "orders.js",
                "messages.js",
                "configuration.js",
                "approvals.js",
                "breakers.js",
                "flows.js",
                "people.js",
                "instances.js",
                "rpc.js",
                "statements.js",
                "acquisition.js",
                "agents.js",
                "statistics.js");
        for (String file : files) {
            HttpResponse<String> response = get("/console/" + file);
            assertThat(response.statusCode()).as(file).isEqualTo(200);
            assertThat(response.body())
                    .as(file)
                    .doesNotContain("innerHTML", "document.write", "eval(", "<style", "document.cookie")
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
        }
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = CLIENT.send(
                HttpRequest.newBuilder(uri("/console/"))
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void what_is_malformed_is_refused_with_the_field_or_the_reason() throws Exception {
        assertThat(send("GET", "/login", null, null).status).isEqualTo(405);
        assertThat(send("POST", "/me", maker, "{}").status).isEqualTo(405);
        assertThat(raw("/console/api/login", "text/plain", "{}").statusCode()).isEqualTo(415);
        assertThat(raw("/console/api/login", "application/json", " ".repeat(200_000))
                        .statusCode())
                .isEqualTo(413);
        for (String body : List.of("", "[]", "nonsense", "{} {}", "{\"loginName\":7", "{\"loginName\":[]}")) {
            Answer answer = send("POST", "/login", null, body);
            assertThat(answer.status).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("A0400");
        }
        assertThat(send("POST", "/login", null, "{\"loginName\":\"x\",\"password\":\"y\",\"more\":1}")
                        .message())
                .contains("more");
        assertThat(send("GET", "/products?pageNo=1&pageSize=999", maker, null).message())
                .contains("pageSize");
        assertThat(send("GET", "/products?pageNo=1&pageSize=9&operator=chris", maker, null)
                        .code())
                .isEqualTo("A0400");
        assertThat(send("GET", "/products?pageNo=%zz", maker, null).code()).isEqualTo("A0400");
        assertThat(send("GET", "/messages/nobody?source=OUTBOX&afterId=0&limit=1", checker, null)
                        .code())
                .isEqualTo("A0400");
    }

    @Test
    void a_wrong_password_says_nothing_and_a_one_time_password_opens_nothing_but_its_change() throws Exception {
        Answer wrong = send("POST", "/login", null, "{\"loginName\":\"nobody-here\",\"password\":\"whatever it is\"}");
        assertThat(wrong.status).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("A0411");
        String password = created("newton", "VIEWER");
        String token = send("POST", "/login", null, login("newton", password))
                .data()
                .get("token")
                .asText();
        assertThat(send("GET", "/me", token, null)
                        .data()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        Answer refused = send("GET", "/products?pageNo=1&pageSize=5", token, null);
        assertThat(refused.status).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("A0412");
    }

    @Test
    void everybody_who_reads_the_status_sees_the_instances_and_only_support_takes_one_offline() throws Exception {
        assertThat(send("GET", "/instances", maker, null)
                        .data()
                        .at("/instances/0/state")
                        .asText())
                .isEqualTo("OFFLINE");
        String body = "{\"application\":\"loan-provider\",\"instance\":\"host:20881:7\",\"force\":false,"
                + "\"reason\":\"a new release\"}";
        Answer refused = send("POST", "/instances/offline", maker, body);
        assertThat(refused.status).isEqualTo(403);
        assertThat(refused.message()).contains("ops:instance:offline");
        String support = person("sonja", "SUPPORT");
        Answer asked = send("POST", "/instances/offline", support, body);
        assertThat(asked.code()).isEqualTo("B0320");
        assertThat(asked.message()).contains("10.0.0.7:20881");
        assertThat(
                        channel.database()
                                .texts(
                                        "SELECT action FROM audit_log WHERE operator = 'sonja' AND target_kind = 'INSTANCE' ORDER BY id"))
                .containsExactly("takeOffline", "takeOfflineRefused");
        assertThat(send("POST", "/instances/online", support, body).code())
                .as("coming back takes no force")
                .isEqualTo("A0400");
        assertThat(send("POST", "/instances/offline", support, body.replace("{", "{\"operator\":\"mary\","))
                        .code())
                .isEqualTo("A0400");
    }

    @Test
    void a_channel_is_applied_for_reviewed_by_another_person_and_enabled_by_two() throws Exception {
        String apply = "{\"requestNo\":\"ca-1\",\"channelCode\":\"CONSOLE-A\",\"name\":\"Console\",\"kind\":\"H5\"}";
        assertThat(send("POST", "/acquisition-channels", checker, apply).code()).isEqualTo("A0406");
        JsonNode applied = send("POST", "/acquisition-channels", maker, apply).data();
        assertThat(applied.get("applicant").asText()).isEqualTo("mary");
        assertThat(send("POST", "/acquisition-channels", maker, apply).data())
                .as("a double click")
                .isEqualTo(applied);
        String review = "{\"requestNo\":\"cr-1\",\"decision\":\"REVIEWED\",\"note\":\"good\"}";
        String place = "/acquisition-channels/CONSOLE-A";
        assertThat(send("POST", place + "/review", maker, review).code()).isEqualTo("A0406");
        assertThat(send("POST", place + "/review", checker, review.replace("{", "{\"operator\":\"mary\","))
                        .code())
                .as("who asks is the session and nothing else")
                .isEqualTo("A0400");
        assertThat(send("POST", place + "/review", checker, review)
                        .data()
                        .get("reviewer")
                        .asText())
                .isEqualTo("chris");
        assertThat(send("GET", "/acquisition-channels?status=REVIEWED&pageSize=5", maker, null)
                        .data()
                        .get("channels")
                        .findValuesAsText("channelCode"))
                .containsExactly("CONSOLE-A");
        JsonNode proposed = send(
                        "POST",
                        "/approvals",
                        maker,
                        "{\"requestNo\":\"ce-1\",\"action\":\"channel.changeChannelStatus\",\"reason\":\"go\",\"baseVersion\":2,"
                                + "\"payload\":\"{\\\"channelCode\\\":\\\"CONSOLE-A\\\",\\\"status\\\":\\\"ENABLED\\\"}\"}")
                .data();
        send("POST", "/approvals/" + proposed.get("commandNo") + "/approve", checker, "{\"note\":\"fine\"}")
                .data();
        assertThat(send("GET", place, checker, null).data().get("status").asText())
                .isEqualTo("ENABLED");
        assertThat(send("GET", "/acquisition-channels/NOBODY", checker, null).code())
                .isEqualTo("A0623");
    }

    @Test
    void customer_managers_are_registered_given_customers_and_listed() throws Exception {
        String register =
                "{\"requestNo\":\"ag-1\",\"agentNo\":\"AG-C1\",\"channelCode\":\"APP-MAIN\",\"loginName\":\"chris\"}";
        assertThat(send("POST", "/agents", checker, register).code()).isEqualTo("A0406");
        assertThat(send("POST", "/agents", maker, register).data().get("status").asText())
                .isEqualTo("ENABLED");
        assertThat(send("GET", "/agents?channelCode=APP-MAIN&pageSize=5", checker, null)
                        .data()
                        .get("agents")
                        .findValuesAsText("agentNo"))
                .containsExactly("AG-C1");
        String assign = "{\"requestNo\":\"as-1\",\"agentNo\":\"AG-C1\"}";
        assertThat(send("POST", "/customers/B-C1/assign", checker, assign).code())
                .isEqualTo("A0406");
        assertThat(send("POST", "/customers/B-C1/assign", maker, assign)
                        .data()
                        .get("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(send("GET", "/customers/B-C1", checker, null)
                        .data()
                        .get("agentNo")
                        .asText())
                .isEqualTo("AG-C1");
        assertThat(send("GET", "/customers/B-NOBODY", checker, null).code()).isEqualTo("A0629");
        assertThat(send("POST", "/agents/AG-C1/status", maker, "{\"requestNo\":\"st-1\",\"status\":\"DISABLED\"}")
                        .data()
                        .get("status")
                        .asText())
                .isEqualTo("DISABLED");
        assertThat(send("GET", "/my-orders?channelCode=APP-MAIN&pageSize=5", maker, null)
                        .code())
                .as("orders of customers are for customer managers")
                .isEqualTo("A0406");
    }

    @Test
    void a_logout_ends_the_session() throws Exception {
        String token = person("louis", "VIEWER");
        assertThat(send("POST", "/logout", token, "{}").status).isEqualTo(200);
        // no notice in this test: the cache of five seconds is asked again for the contract, not for the session
        assertThat(channel.database()
                        .texts("SELECT login_name FROM iam_session WHERE revoked_at IS NOT NULL AND token_hash = '"
                                + SessionCache.hash(token) + "'"))
                .containsExactly("louis");
        assertThat(send("GET", "/me", token, null).status).isEqualTo(401);
    }

    @Test
    void permissions_hold_as_they_do_over_rpc() throws Exception {
        for (String path : List.of("/users?pageNo=1&pageSize=5", "/roles?pageNo=1&pageSize=5")) {
            assertThat(send("GET", path, maker, null).status).isEqualTo(403);
            assertThat(send("GET", path, administrator, null).status).isEqualTo(200);
        }
        assertThat(send("GET", "/audit?pageSize=5", maker, null).code()).isEqualTo("A0406");
        assertThat(send("GET", "/products?pageNo=1&pageSize=5", administrator, null)
                        .code())
                .isEqualTo("A0406");
        assertThat(send("GET", "/messages/channel-admin-provider?source=OUTBOX&afterId=0&limit=5", maker, null).status)
                .isEqualTo(200);
        assertThat(send(
                                "POST",
                                "/messages/channel-admin-provider/replay",
                                maker,
                                "{\"requestNo\":\"m-1\",\"source\":\"OUTBOX\",\"id\":1,\"note\":\"try\"}")
                        .code())
                .isEqualTo("A0406");
    }

    @Test
    void methods_that_nobody_uses_are_shown_to_whoever_may_see_them() throws Exception {
        JsonNode usage = send("GET", "/rpc-usage?days=30", checker, null).data();
        assertThat(usage.get("methods"))
                .hasSize(2)
                .allMatch(method -> method.get("verdict").asText().equals("UNKNOWN"));
        assertThat(usage.at("/methods/0/reason").asText()).contains("not counted yet");
        assertThat(send("GET", "/rpc-usage?days=30&verdict=UNUSED", checker, null)
                        .data()
                        .get("methods"))
                .isEmpty();
        assertThat(send("GET", "/rpc-usage?days=30", administrator, null).code())
                .isEqualTo("A0406");
        assertThat(send("GET", "/rpc-usage?days=0", checker, null).message()).contains("days");
        assertThat(send("GET", "/rpc-usage?days=30&verdict=BAD", checker, null).message())
                .contains("verdict");
    }

    @Test
    void the_statements_that_cost_most_are_shown_without_a_value() throws Exception {
        Answer answer = send("GET", "/statements/channel-admin-provider?order=TOTAL&limit=100", checker, null);
        JsonNode statements = answer.data().get("statements");
        assertThat(statements).isNotEmpty();
        assertThat(statements)
                .allMatch(one -> one.get("calls").asLong() > 0
                        && one.get("maxMicros").asLong()
                                >= one.get("averageMicros").asLong());
        assertThat(statements)
                .extracting(one -> one.get("totalMicros").asLong())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(statements.toString()).contains("iam_session").doesNotContain("mary", "chris");
        assertThat(send("GET", "/statements/channel-admin-provider?order=SLOWEST&limit=5", checker, null)
                        .message())
                .contains("order");
        assertThat(send("GET", "/statements/nobody?order=MAX&limit=5", checker, null)
                        .code())
                .isEqualTo("A0400");
    }

    @Test
    void one_proposes_another_approves_and_both_are_in_the_audit() throws Exception {
        String proposal = "{\"requestNo\":\"con-1\",\"action\":\"channel.createInstitution\",\"reason\":\"new bank\","
                + "\"payload\":\"{\\\"institution\\\":{\\\"institutionCode\\\":\\\"BANK-CON\\\",\\\"name\\\":\\\"Console bank\\\","
                + "\\\"kind\\\":\\\"EXTERNAL\\\",\\\"status\\\":\\\"ENABLED\\\"}}\"}";
        JsonNode proposed = send("POST", "/approvals", maker, proposal).data();
        assertThat(send("POST", "/approvals", maker, proposal).data())
                .as("the same click")
                .isEqualTo(proposed);
        long number = proposed.get("commandNo").asLong();
        assertThat(send("GET", "/approvals?list=MINE&pageSize=5", maker, null)
                        .data()
                        .get("commands"))
                .anyMatch(command -> command.get("commandNo").asLong() == number);
        assertThat(send("GET", "/approvals?list=TO_DECIDE&pageSize=5", checker, null)
                        .data()
                        .get("toDecide")
                        .asLong())
                .isPositive();
        assertThat(send("POST", "/approvals/" + number + "/approve", maker, "{\"note\":\"me\"}")
                        .code())
                .isEqualTo("A0406");
        JsonNode decided = send("POST", "/approvals/" + number + "/approve", checker, "{\"note\":\"good\"}")
                .data();
        assertThat(decided.get("command").get("status").asText()).isEqualTo("EXECUTED");
        assertThat(send("GET", "/institutions/BANK-CON", checker, null)
                        .data()
                        .get("name")
                        .asText())
                .isEqualTo("Console bank");
        assertThat(send("GET", "/approvals/" + number, maker, null)
                        .data()
                        .get("checker")
                        .asText())
                .isEqualTo("chris");
        JsonNode audit = send("GET", "/audit?targetKind=APPROVAL&targetCode=" + number + "&pageSize=10", checker, null)
                .data()
                .get("entries");
        assertThat(audit)
                .extracting(entry ->
                        entry.get("who").asText() + " " + entry.get("action").asText())
                .containsExactly("chris approve", "mary propose");
        JsonNode rejected = send(
                        "POST",
                        "/approvals",
                        maker,
                        proposal.replace("con-1", "con-2").replace("BANK-CON", "BANK-NO"))
                .data();
        assertThat(send("POST", "/approvals/" + rejected.get("commandNo") + "/reject", checker, "{\"note\":\"no\"}")
                        .data()
                        .get("command")
                        .get("status")
                        .asText())
                .isEqualTo("REJECTED");
        JsonNode withdrawn = send(
                        "POST",
                        "/approvals",
                        maker,
                        proposal.replace("con-1", "con-3").replace("BANK-CON", "BANK-NO"))
                .data();
        assertThat(send("POST", "/approvals/" + withdrawn.get("commandNo") + "/withdraw", maker, "{\"note\":\"oh\"}")
                        .status)
                .isEqualTo(200);
    }

    @Test
    void configuration_is_shown_and_a_provider_that_is_away_is_a_line_of_its_own() throws Exception {
        assertThat(send("GET", "/products?pageNo=1&pageSize=20", maker, null)
                        .data()
                        .get("products"))
                .isNotEmpty();
        assertThat(send("GET", "/products/LOAN-OWNER-HEXINHOUSE-A", maker, null).status)
                .isEqualTo(200);
        assertThat(send("GET", "/schemes/JOINT-70-30", maker, null).data().get("shares"))
                .hasSize(2);
        assertThat(send("GET", "/fund-channels/BANK-A", maker, null).status).isEqualTo(200);
        assertThat(send("GET", "/products/NONE", maker, null).code()).isEqualTo("A0521");
        assertThat(send("GET", "/actions", maker, null).data())
                .hasSize(Actions.all().size());
        JsonNode providers = send("GET", "/overview", checker, null).data().get("providers");
        assertThat(providers).hasSize(4);
        assertThat(providers.get(3).get("status").get("data").get("application").asText())
                .isEqualTo("channel-admin-provider");
        assertThat(providers.get(0).get("status").get("data").isNull()).isTrue();
        assertThat(providers.get(0).get("status").get("code").asText()).startsWith("B");
    }

    private static String person(String name, String role) throws IOException, InterruptedException {
        String oneTime = created(name, role);
        String token = send("POST", "/login", null, login(name, oneTime))
                .data()
                .get("token")
                .asText();
        Answer changed = send(
                "POST",
                "/password",
                token,
                "{\"currentPassword\":\"" + oneTime + "\",\"newPassword\":\"" + CHOSEN + "\"}");
        assertThat(changed.status).isEqualTo(200);
        return send("POST", "/login", null, login(name, CHOSEN))
                .data()
                .get("token")
                .asText();
    }

    /** A user whom two other persons agreed on; returns the one-time password. */
    private static String created(String name, String role) {
        String payload = "{\"loginName\":\"" + name + "\",\"displayName\":\"" + name
                + "\",\"kind\":\"OPERATOR\",\"roles\":[\"" + role + "\"],\"channels\":[]}";
        long number = as(
                        "first",
                        () -> Remote.data(channel.approvals()
                                .propose(new ProposeRequest(
                                        "user-" + NUMBERS.incrementAndGet(),
                                        Actions.CREATE_USER,
                                        payload,
                                        null,
                                        "new"))))
                .commandNo();
        return java.util.Objects.requireNonNull(
                as("second", () -> Remote.data(channel.approvals().approve(new DecideRequest(number, "welcome"))))
                        .oneTimePassword());
    }

    private static <T> T as(String name, java.util.function.Supplier<T> work) {
        Person person = new Person(name, false, Set.of("iam:user:update", "iam:user:approve"), Set.of(), false);
        return CallContext.as(new Caller("test", List.of("*"), person, "0".repeat(64)), "192.0.2.9", work);
    }

    private static String login(String name, String password) {
        return "{\"loginName\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> raw(String path, String type, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Answer send(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/console/api" + path.replace("%zz", "%25zz")));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.replace('\t', ' '));
        }
        if (method.equals("POST")) {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body == null ? "{}" : body));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    private record Answer(int status, String body, java.net.http.HttpHeaders headers) {
        JsonNode json() {
            return Json.read(body, JsonNode.class);
        }

        String code() {
            return json().get("code").asText();
        }

        String message() {
            return json().get("message").asText();
        }

        JsonNode data() {
            assertThat(status).as(body).isEqualTo(200);
            return json().get("data");
        }
    }

    private static Instances instances() {
        return new Instances(
                Set.of("127.0.0.1:2181"),
                List.of(new InstanceNotice(
                        "loan-provider",
                        "host:20881:7",
                        "10.0.0.7:20881",
                        LocalDateTime.of(2026, 3, 2, 12, 0),
                        true,
                        List.of("io.jointlending.api.loan.LoanService"),
                        null)),
                List.of());
    }

    private static RegisteredContracts registered() {
        return new RegisteredContracts(
                List.of(new RegisteredContracts.Provided(
                        "channel-admin-provider", OpsService.class.getName(), "", List.of("status", "calls"))),
                List.of());
    }
}

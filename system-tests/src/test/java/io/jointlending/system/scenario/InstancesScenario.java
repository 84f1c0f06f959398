package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.OrderQuery;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Services;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every process of the platform as the console shows it, taken offline and online through the agent that runs in it. */
@ExtendWith(OnPlatform.class)
final class InstancesScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static String support = "";

    private final Platform platform;

    InstancesScenario(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void somebody_who_looks_after_the_platform() throws IOException, InterruptedException {
        support = platform.console().person("sam", "SUPPORT");
    }

    @Test
    void every_process_is_listed_with_what_callers_find_of_it() throws Exception {
        for (String application : Services.PROVIDERS) {
            JsonNode one = await(application, null, "ONLINE");
            assertThat(one.path("agent").asBoolean()).isTrue();
            assertThat(one.path("instance").asText())
                    .endsWith(one.path("address").asText().replaceFirst(".*:", ":") + ":"
                            + one.path("instance").asText().replaceFirst(".*:", ""));
            assertThat(one.path("registrations"))
                    .allMatch(line -> line.path("registered").asBoolean())
                    .anyMatch(line -> line.path("kind").asText().equals("INSTANCE"))
                    .anyMatch(line -> line.path("service")
                            .asText()
                            .equals(application + "/io.jointlending.api.ops.InstanceService"));
        }
        JsonNode all = platform.console().get("/instances", support);
        assertThat(all.toString()).doesNotContain("token", "\"port\"");
    }

    @Test
    void the_only_process_stays_and_one_of_two_leaves_while_calls_go_on() throws Exception {
        String first = await("loan-provider", null, "ONLINE").path("instance").asText();
        HttpResponse<String> refused = offline("loan-provider", first, false);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("A0632", "io.jointlending.api.loan.LoanService", "No other provider");
        assertThat(await("loan-provider", first, "ONLINE").path("lastAct").isNull())
                .isTrue();

        Path home = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/platform/loan-2");
        try (ProviderProcess process = platform.start(Provider.LOAN, "loan-2", Map.of())) {
            process.awaitReady();
            String second = Await.present("a second process is listed", LIMIT, () -> instances("loan-provider").stream()
                    .filter(one -> one.path("instance").isTextual()
                            && !one.path("instance").asText().equals(first)
                            && one.path("state").asText().equals("ONLINE"))
                    .map(one -> one.path("instance").asText())
                    .findFirst());
            String another = second.replaceFirst("[0-9]+$", "1");
            assertThat(offline("loan-provider", another, false).body())
                    .as("the port is not the process")
                    .contains("A0631");

            assertThat(offline("loan-provider", second, false).statusCode()).isEqualTo(200);
            assertThat(offline("loan-provider", second, false).body()).contains("A0633");
            JsonNode gone = ended("loan-provider", second, "OFFLINE");
            assertThat(gone.at("/lastAct/exitCode").asInt()).as("%s", gone).isZero();
            assertThat(gone.at("/lastAct/operator").asText()).isEqualTo("sam");
            assertThat(gone.path("registrations"))
                    .noneMatch(line -> line.path("registered").asBoolean());
            assertThat(process.isAlive()).isTrue();
            assertThat(Files.readString(home.resolve("agent/audit.jsonl")))
                    .contains("\"by\":\"http sam\"", "\"command\":\"offline\"");

            // now the first is the last: with force it goes all the same, and the caller sees what was warned of
            assertThat(offline("loan-provider", first, false).body()).contains("A0632");
            assertThat(offline("loan-provider", first, true).statusCode()).isEqualTo(200);
            ended("loan-provider", first, "OFFLINE");
            online("loan-provider", first);
            online("loan-provider", second);
            assertThat(ended("loan-provider", first, "ONLINE")
                            .at("/lastAct/exitCode")
                            .asInt())
                    .isZero();
            ended("loan-provider", second, "ONLINE");
        }
        Await.until(
                "the process that ended is no longer listed",
                LIMIT,
                () -> instances("loan-provider").size() == 1);
        Await.until("calls find the one that stayed", LIMIT, () -> platform.services()
                .loans()
                .findOrder(new OrderQuery("2600000000000000000000"))
                .code()
                .equals("A0511"));
        JsonNode audit = platform.console().get("/audit?who=sam&targetKind=&pageSize=50", auditor());
        List<String> actions = new ArrayList<>();
        audit.path("entries").forEach(entry -> actions.add(entry.path("action").asText()));
        assertThat(actions).contains("takeOffline", "takeOfflineRefused", "bringOnline");
    }

    @Test
    void the_page_asks_before_it_acts_and_shows_why_the_guard_refuses() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "chromium is not installed: apt-get install chromium");
        await("repayment-provider", null, "ONLINE");
        Path home = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target/console");
        try (Browser browser = Browser.start(program.get(), home.resolve("profile-instances"))) {
            browser.size(1180, 900);
            platform.console().login(browser, "sam");
            browser.await("somebody is logged in", "document.querySelector('nav a')");
            browser.value("location.hash='#/instances'");
            browser.await("four processes are shown", "document.querySelectorAll('[data-state=ONLINE]').length===4");
            browser.value("[...document.querySelectorAll('button[data-command=offline]')]"
                    + ".find(b => b.getAttribute('aria-label').includes('" + port("repayment-provider")
                    + "')).click()");
            browser.await("the page asks why", "document.activeElement.name==='reason'");
            browser.value("document.activeElement.value='a new release';"
                    + "document.activeElement.form.querySelector('button[type=submit]').click()");
            browser.await("the guard refuses", "document.querySelector('[data-guard=refused]')");
            assertThat(browser.value("document.querySelector('[data-guard=refused]').textContent")
                            .asText())
                    .contains("RepaymentService");
            assertThat(browser.value("document.querySelector('input[name=sure]').form.checkValidity()")
                            .asBoolean())
                    .as("force needs a tick of its own")
                    .isFalse();
            browser.screenshot(home.resolve("instances.png"));
            assertThat(browser.complaints()).allMatch(line -> line.contains("400"));
        }
        assertThat(await("repayment-provider", null, "ONLINE").path("lastAct").isNull())
                .isTrue();
    }

    private String auditor() throws IOException, InterruptedException {
        return platform.console().person("vera", "VIEWER", "SUPPORT", "MAKER");
    }

    private String port(String application) {
        return instances(application).get(0).path("instance").asText();
    }

    private List<JsonNode> instances(String application) {
        try {
            List<JsonNode> found = new ArrayList<>();
            platform.console().get("/instances", support).path("instances").forEach(one -> {
                if (one.path("application").asText().equals(application)) {
                    found.add(one);
                }
            });
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode await(String application, @org.jspecify.annotations.Nullable String instance, String state) {
        return Await.present(application + " is " + state, LIMIT, () -> instances(application).stream()
                .filter(one -> instance == null || one.path("instance").asText().equals(instance))
                .filter(one -> one.path("state").asText().equals(state))
                .findFirst());
    }

    /** The instance when its last act has ended and it is in this state. */
    private JsonNode ended(String application, String instance, String state) {
        return Await.present(instance + " is " + state, LIMIT, () -> instances(application).stream()
                .filter(one -> one.path("instance").asText().equals(instance))
                .filter(one -> one.path("state").asText().equals(state))
                .filter(one -> !one.at("/lastAct/running").asBoolean(true))
                .findFirst());
    }

    private HttpResponse<String> offline(String application, String instance, boolean force)
            throws IOException, InterruptedException {
        return platform.console()
                .send(
                        "POST",
                        "/instances/offline",
                        support,
                        JSON.writeValueAsString(Map.of(
                                "application",
                                application,
                                "instance",
                                instance,
                                "force",
                                force,
                                "reason",
                                "a release")));
    }

    private void online(String application, String instance) throws IOException, InterruptedException {
        platform.console()
                .post(
                        "/instances/online",
                        support,
                        Map.of("application", application, "instance", instance, "reason", "it works"));
    }
}

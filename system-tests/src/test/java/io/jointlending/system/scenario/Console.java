package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The console of the platform over HTTP, and its people: two administrators who make everybody else. */
final class Console {
    /** Of everybody. */
    static final String PASSWORD = "looks after all orders 1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Platform platform;
    private final Map<String, String> tokens = new HashMap<>();

    Console(Platform platform) {
        this.platform = platform;
    }

    /** Without a path. */
    String address() {
        return "http://127.0.0.1:" + platform.provider(Provider.CHANNEL_ADMIN).consolePort();
    }

    /** The session of a person with these roles, who is made when first asked for. */
    synchronized String person(String name, String... roles) throws IOException, InterruptedException {
        String known = tokens.get(name);
        if (known != null) {
            return known;
        }
        String maker = administrator("ann");
        String checker = administrator("ben");
        JsonNode proposed = post(
                "/approvals",
                maker,
                Map.of(
                        "requestNo",
                        platform.number("console-user"),
                        "action",
                        "iam.createUser",
                        "reason",
                        "looks after orders",
                        "payload",
                        JSON.writeValueAsString(Map.of(
                                "loginName",
                                name,
                                "displayName",
                                name,
                                "kind",
                                "OPERATOR",
                                "roles",
                                List.of(roles),
                                "channels",
                                List.of()))));
        JsonNode decided =
                post("/approvals/" + proposed.get("commandNo") + "/approve", checker, Map.of("note", "welcome"));
        String token = chosen(name, decided.get("oneTimePassword").asText());
        tokens.put(name, token);
        return token;
    }

    JsonNode get(String path, @Nullable String token) throws IOException, InterruptedException {
        return data(send("GET", path, token, null));
    }

    JsonNode post(String path, @Nullable String token, Map<String, ?> body) throws IOException, InterruptedException {
        return data(send("POST", path, token, JSON.writeValueAsString(body)));
    }

    HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/console/api" + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(response.request().method()).isEqualTo(method);
        return response;
    }

    /** Logs this person in, in the page. */
    void login(Browser browser, String name) throws IOException {
        browser.open(address() + "/console/");
        browser.await("the login is shown", "document.querySelector('input[name=loginName]')");
        browser.value("document.querySelector('input[name=loginName]').value=" + JSON.writeValueAsString(name)
                + ";document.querySelector('input[name=password]').value=" + JSON.writeValueAsString(PASSWORD)
                + ";document.querySelector('button[type=submit]').click()");
    }

    private String administrator(String name) throws IOException, InterruptedException {
        String known = tokens.get(name);
        if (known == null) {
            known = firstAccount(name);
            tokens.put(name, known);
        }
        return known;
    }

    /** As scripts/iam-init does, without its build. */
    private String firstAccount(String name) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                ProviderProcess.classPath(Provider.CHANNEL_ADMIN),
                "io.jointlending.channel.iam.IamInitTool",
                "--login",
                name);
        builder.environment().putAll(platform.environment(Provider.CHANNEL_ADMIN));
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return chosen(name, JSON.readTree(answer).get("oneTimePassword").asText());
    }

    /** Changes the one-time password and logs in with the new one. */
    private String chosen(String name, String oneTime) throws IOException, InterruptedException {
        String first = login(name, oneTime);
        post("/password", first, Map.of("currentPassword", oneTime, "newPassword", PASSWORD));
        return login(name, PASSWORD);
    }

    private String login(String name, String password) throws IOException, InterruptedException {
        return post("/login", null, Map.of("loginName", name, "password", password))
                .get("token")
                .asText();
    }

    private static JsonNode data(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("data");
    }
}

package io.jointlending.support.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP door of the graceful-shutdown agent in this very JVM: on loopback, with the token that lies in the agent's directory. Who
 * asks from elsewhere asks this process, by a contract that knows persons and permissions, so that neither port nor token leaves the
 * machine.
 */
public final class AgentDoor {
    private static final Pattern AGENT = Pattern.compile("-javaagent:.*graceful-shutdown-agent[^/=]*\\.jar(?:=(.*))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path directory;

    private AgentDoor(Path directory) {
        this.directory = directory;
    }

    /**
     * The door of a JVM that was started with these arguments; empty when the agent is not among them or has no HTTP.
     *
     * @param home the user's directory, where an agent without {@code dir} keeps its own
     */
    public static Optional<AgentDoor> of(List<String> jvmArguments, Path home) {
        for (String argument : jvmArguments) {
            Matcher agent = AGENT.matcher(argument);
            if (agent.matches()) {
                Path directory = home.resolve(".graceful-shutdown-agent");
                boolean http = false;
                String options = agent.group(1) == null ? "" : agent.group(1);
                for (String option : options.split(",", -1)) { // the last one counts, as for the agent
                    if (option.startsWith("dir=")) {
                        directory = Path.of(option.substring("dir=".length()));
                    } else if (option.startsWith("http=")) {
                        http = !option.equals("http=-1");
                    }
                }
                return http ? Optional.of(new AgentDoor(directory)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether taking the instance offline would be allowed now; changes nothing. Code: A0634. */
    public Answer ask(Duration limit) {
        return call("offline", "dry-run&timeout=" + limit.toMillis() + "ms", limit);
    }

    /** Takes the instance offline and waits until no call runs, for this long at most. Code: A0634. */
    public Answer offline(Duration limit, boolean force, String operator) {
        return call("offline", "timeout=" + limit.toMillis() + "ms&force=" + force + "&by=" + encoded(operator), limit);
    }

    /** Puts back what was taken down. Code: A0634. */
    public Answer online(Duration limit, String operator) {
        return call("online", "timeout=" + limit.toMillis() + "ms&by=" + encoded(operator), limit);
    }

    private Answer call(String command, String query, Duration limit) {
        try {
            String port = Files.readString(directory.resolve("port")).strip();
            if (!PORT.matcher(port).matches()) {
                throw new IOException("no port in " + directory);
            }
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/" + command + "?" + query)
                            .toURL()
                            .openConnection();
            connection.setRequestMethod("POST");
            connection.setConnectTimeout(Math.toIntExact(GRACE.toMillis()));
            connection.setReadTimeout(Math.toIntExact(limit.plus(GRACE).toMillis()));
            connection.setRequestProperty(
                    "Authorization",
                    "Bearer " + Files.readString(directory.resolve("token")).strip());
            return read(connection);
        } catch (IOException | UncheckedIOException e) {
            // the file names and ports of a machine are nobody's business elsewhere
            throw new Refusal(
                    ErrorCodes.INSTANCE_AGENT,
                    "The agent does not answer: " + e.getClass().getSimpleName() + ".",
                    null);
        }
    }

    private static Answer read(HttpURLConnection connection) throws IOException {
        boolean failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (var in = failed ? connection.getErrorStream() : connection.getInputStream()) {
            JsonNode answer = Json.read(in == null ? new byte[0] : in.readAllBytes(), JsonNode.class);
            List<String> missing = new ArrayList<>();
            for (JsonNode service : answer.at("/guard/short")) {
                List<String> callers = new ArrayList<>();
                service.path("callers").forEach(caller -> callers.add(caller.asText()));
                missing.add(service.path("service").asText()
                        + (callers.isEmpty() ? "" : " (called by " + String.join(", ", callers) + ")"));
            }
            return new Answer(
                    answer.path("exitCode").asInt(Answer.INTERNAL),
                    answer.path("message").asText(""),
                    missing);
        } finally {
            connection.disconnect();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * What the agent said.
     *
     * @param exitCode 0 for done, see docs/offline.md
     * @param message in words
     * @param missing services that would have no provider, each with its callers
     */
    public record Answer(int exitCode, String message, List<String> missing) {
        /** Reached, and seen in the registry. */
        public static final int DONE = 0;
        /** The guard refuses; nothing was changed. */
        public static final int REFUSED = 5;
        /** The agent itself failed. */
        public static final int INTERNAL = 10;

        /** A copy. */
        public Answer {
            missing = List.copyOf(missing);
        }

        /** The message; for a look at the guard, which has none, the services that it names. */
        public String words() {
            return message.isEmpty()
                    ? "No other provider would be left of " + String.join("; ", missing) + "."
                    : message;
        }
    }
}

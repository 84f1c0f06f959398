package io.jointlending.support.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.error.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the wire format of the agent; the agent itself stands behind it in InstancesScenario. */
class AgentDoorTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path directory;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-javaagent:/opt/agent/graceful-shutdown-agent.jar=dir=/run/a,http=0           | true",
                "-javaagent:/x/graceful-shutdown-agent-0.1.0.jar=http=7001                     | true",
                "-javaagent:/x/graceful-shutdown-agent.jar=http=0,term=off,http=-1             | false",
                "-javaagent:/x/graceful-shutdown-agent.jar=dir=/run/a                          | false",
                "-javaagent:/x/graceful-shutdown-agent.jar                                     | false",
                "-javaagent:/graceful-shutdown-agent/other.jar=http=0                          | false",
                "-Dhttp=0                                                                      | false",
            })
    void the_door_is_there_when_the_jvm_was_started_with_the_agent_and_its_http(String argument, boolean there) {
        assertThat(AgentDoor.of(List.of("-Xmx64m", argument), directory).isPresent())
                .isEqualTo(there);
    }

    @Test
    void it_asks_with_the_token_of_the_directory_and_reads_exit_code_and_what_the_guard_misses() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            boolean refused = exchange.getRequestURI().getPath().equals("/offline");
            byte[] body = (refused
                            ? "{\"exitCode\":5,\"guard\":{\"short\":[{\"service\":\"a.B\",\"callers\":"
                                    + "[\"10.0.0.1\",\"10.0.0.2\"]},{\"service\":\"a.C\",\"callers\":[]}]}}"
                            : "{\"exitCode\":0,\"message\":\"online is done\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 409 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        agent.start();
        try {
            Files.writeString(directory.resolve("port"), agent.getAddress().getPort() + "\n");
            Files.writeString(directory.resolve("token"), "only-for-this-test\n");
            AgentDoor door = door();
            AgentDoor.Answer refused = door.offline(LIMIT, false, "mary & co");
            assertThat(refused.exitCode()).isEqualTo(AgentDoor.Answer.REFUSED);
            assertThat(refused.words())
                    .isEqualTo("No other provider would be left of a.B (called by 10.0.0.1, 10.0.0.2); a.C.");
            assertThat(door.online(LIMIT, "mary")).isEqualTo(new AgentDoor.Answer(0, "online is done", List.of()));
            assertThat(asked)
                    .containsExactly(
                            "POST /offline?timeout=5000ms&force=false&by=mary+%26+co Bearer only-for-this-test",
                            "POST /online?timeout=5000ms&by=mary Bearer only-for-this-test");
        } finally {
            agent.stop(0);
        }
    }

    @Test
    void a_door_that_is_shut_is_a_refusal_that_names_no_file_and_no_port() throws IOException {
        AgentDoor door = door();
        refused(door);
        Files.writeString(directory.resolve("port"), "nonsense");
        refused(door);
        Files.writeString(directory.resolve("port"), "1");
        Files.writeString(directory.resolve("token"), "only-for-this-test");
        refused(door);
    }

    private AgentDoor door() {
        return AgentDoor.of(
                        List.of("-javaagent:/x/graceful-shutdown-agent.jar=dir=" + directory + ",http=0"), directory)
                .orElseThrow();
    }

    private void refused(AgentDoor door) {
        assertThatThrownBy(() -> door.ask(LIMIT)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code().code()).isEqualTo("A0634");
            assertThat(refusal.getMessage()).doesNotContain(directory.toString(), "only-for-this-test");
        });
    }
}

package io.jointlending.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.agent.inside.ExitCode;
import io.jointlending.agent.inside.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status",
                "status --pid",
                "status --pid x",
                "offline --pid 1 --timeout soon",
                "halt --pid 1",
                "status --pid 1 2"
            })
    void nonsense_is_a_usage_error(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(ExitCode.USAGE.code());
        assertThat(text()).contains("\"ok\":false,\"exitCode\":2,\"error\":\"USAGE\"");
    }

    @Test
    void a_pid_that_nobody_has_cannot_be_reached() {
        assertThat(run("status", "--pid", "999999999")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(text()).contains("\"error\":\"UNREACHABLE\"").contains("cannot attach to 999999999");
    }

    @Test
    void arguments_survive_the_way_into_the_jvm() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("out", "/a b/c=d:e,f\\g\u00e9");
        assertThat(AgentArguments.parse(AgentArguments.write(properties))).isEqualTo(properties);
    }

    @Test
    void text_is_quoted() {
        assertThat(JsonText.write(JsonText.object("a", "x\"\\\n", "b", 3, "c", true, "d", List.of("e", List.of()))))
                .isEqualTo("{\"a\":\"x\\\"\\\\\\u000a\",\"b\":3,\"c\":true,\"d\":[\"e\",[]]}");
    }

    private int run(String... arguments) {
        return AgentCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

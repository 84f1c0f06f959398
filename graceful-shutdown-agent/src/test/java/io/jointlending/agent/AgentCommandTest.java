package io.jointlending.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "status --pid", "status --pid x", "offline --pid 1", "status --pid 1 2"})
    void nonsense_is_a_usage_error(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(AgentCommand.USAGE);
        assertThat(text()).contains("\"ok\":false,\"exitCode\":2,\"error\":\"USAGE\"");
    }

    @Test
    void a_pid_that_nobody_has_cannot_be_reached() {
        assertThat(run("status", "--pid", "999999999")).isEqualTo(AgentCommand.UNREACHABLE);
        assertThat(text()).contains("\"error\":\"UNREACHABLE\"").contains("cannot attach to 999999999");
    }

    @Test
    void a_jvm_without_dubbo_is_an_answer() {
        assertThat(ProviderStatus.read(new Class<?>[] {String.class, AgentCommandTest.class}))
                .isEqualTo("{\"error\":\"NO_DUBBO\",\"message\":\"this JVM has no Dubbo 3 application\"}");
    }

    @Test
    void arguments_survive_the_way_into_the_jvm() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("out", "/a b/c=d:e,f\\g\u00e9");
        assertThat(AgentArguments.parse(AgentArguments.write(properties))).isEqualTo(properties);
    }

    @Test
    void text_is_quoted() {
        assertThat(JsonText.object("a", "x\"\\\n", "b", 3, "c", true))
                .isEqualTo("{\"a\":\"x\\\"\\\\\\u000a\",\"b\":3,\"c\":true}");
    }

    private int run(String... arguments) {
        return AgentCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

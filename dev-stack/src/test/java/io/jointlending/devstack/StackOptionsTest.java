package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackOptionsTest {

    @Test
    void a_directory_alone_means_everything_durable_on_free_ports() {
        StackOptions options = StackOptions.parse("some/where");

        assertThat(options.directory()).isEqualTo(Path.of("some/where").toAbsolutePath());
        assertThat(options.components()).containsExactly(Component.values());
        assertThat(options.portBase()).isZero();
        assertThat(options.fast()).isFalse();
        assertThat(options.fresh()).isFalse();
        assertThat(options.topics()).containsExactly("loan", "fund-router", "repayment", "channel-admin");
    }

    @Test
    void the_broker_brings_its_name_server() {
        assertThat(StackOptions.parse("d", "--components", "broker").components())
                .containsExactly(Component.NAMESRV, Component.BROKER);
    }

    @Test
    void options_may_stand_before_the_directory() {
        StackOptions options = StackOptions.parse("--fast", "--topics", "a, b", "--port-base", "20000", "d");

        assertThat(options.fast()).isTrue();
        assertThat(options.topics()).containsExactly("a", "b");
        assertThat(options.portBase()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a --port-base",
                "a --port-base x",
                "a --port-base 80",
                "a --components mysql",
                "a --components ,",
                "a --topics %DLQ%",
                "a --wrong"
            })
    void a_wrong_command_line_is_a_usage_error(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> StackOptions.parse(arguments))
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(StackFailure.USAGE));
    }
}

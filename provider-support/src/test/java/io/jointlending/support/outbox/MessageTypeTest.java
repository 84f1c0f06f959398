package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTypeTest {
    @Test
    void settings_do_not_disturb_each_other() {
        MessageType type = MessageType.of("loan", "Test")
                .inOrder()
                .attempts(3)
                .livesFor(Duration.ofMinutes(5), message -> {})
                .endsAt(LocalTime.of(23, 30), message -> {});

        assertThat(type.ordered()).isTrue();
        assertThat(type.maxAttempts()).isEqualTo(3);
        assertThat(type.timeToLive()).contains(Duration.ofMinutes(5));
        assertThat(type.cutOff()).contains(LocalTime.of(23, 30));
        assertThat(type.expires()).isTrue();
        assertThat(MessageType.of("loan", "Test").expires()).isFalse();
    }

    @Test
    void what_the_broker_or_the_table_cannot_take_is_refused() {
        assertThatThrownBy(() -> MessageType.of("two words", "Test")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageType.of("loan", "a|b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageType.of("loan", "Test").attempts(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageType.of("loan", "Test").livesFor(Duration.ofMillis(5), message -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_is_declared_once() {
        assertThatThrownBy(() ->
                        MessageRegistry.of(List.of(MessageType.of("loan", "Test"), MessageType.of("loan", "Test"))))
                .hasMessageContaining("Test");
    }
}

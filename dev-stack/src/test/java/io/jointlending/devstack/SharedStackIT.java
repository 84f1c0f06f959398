package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedStackIT {

    @Test
    void the_stack_of_a_test_jvm_is_started_once_and_grows_with_what_tests_ask_for() throws Exception {
        DevStackProcess first = DevStackProcess.shared(Component.REDIS);
        assertThat(Clients.redis(first, "PING")).isEqualTo("+PONG");

        DevStackProcess second = DevStackProcess.shared(Component.MARIADB);

        assertThat(second).isSameAs(first);
        assertThat(Clients.sql(second, "select 1")).isEqualTo("1");
        assertThat(second.property("redis.pid")).isEqualTo(first.property("redis.pid"));
    }

    @Test
    void closing_a_stack_that_somebody_else_started_leaves_it_running() throws Exception {
        DevStackProcess running = DevStackProcess.shared(Component.REDIS);

        try (DevStackProcess attached = DevStackProcess.attach(running.propertiesFile())) {
            assertThat(attached.status()).contains("\"redis\":{\"state\":\"running\"");
        }

        assertThat(Clients.redis(running, "PING")).isEqualTo("+PONG");
    }
}

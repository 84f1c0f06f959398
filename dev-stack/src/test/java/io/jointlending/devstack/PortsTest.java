package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void free_ports_of_an_earlier_run_are_used_again() {
        Ports earlier = Ports.free(null);

        assertThat(Ports.free(earlier)).isEqualTo(earlier);
        assertThat(Ports.free(Ports.of(earlier.written()))).isEqualTo(earlier);
    }

    @Test
    void ports_of_an_earlier_run_that_are_taken_by_now_are_left() throws IOException {
        Ports earlier = Ports.free(null);

        // Nothing listens on the broker's own port: its neighbour for replication is taken.
        try (ServerSocket other = new ServerSocket(earlier.broker() + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free(earlier)).isNotEqualTo(earlier);
            assertThat(other.isBound()).isTrue();
        }
    }

    @Test
    void a_fixed_port_that_is_taken_is_named() throws IOException {
        Ports free = Ports.free(null);
        int base = free.zookeeper() - 1;

        try (ServerSocket other = new ServerSocket(free.redis(), 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StackFailure.class)
                    .isThrownBy(() -> Ports.fixed(base))
                    .withMessageContaining(Integer.toString(other.getLocalPort()));
        }
        assertThat(Ports.fixed(base)).isEqualTo(free);
    }
}

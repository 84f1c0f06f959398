package io.jointlending.fund.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedCallbacksTest {
    private final Map<String, Long> refused = new HashMap<>();
    private final RefusedCallbacks monitor = new RefusedCallbacks(() -> refused);

    @Test
    void twenty_refused_callbacks_of_a_channel_between_two_looks_are_found_and_fewer_are_not() {
        refused.put("first-bank", 20L);
        refused.put("second-bank", 19L);
        assertThat(monitor.look()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("first-bank");
            assertThat(found.count()).isEqualTo(20);
        });
        assertThat(monitor.look()).as("nothing since").isEmpty();

        refused.put("first-bank", 39L);
        refused.put("second-bank", 38L);
        assertThat(monitor.look()).isEmpty();
        refused.put("second-bank", 58L);
        assertThat(monitor.look()).extracting(Monitor.Finding::subject).containsExactly("second-bank");
    }
}

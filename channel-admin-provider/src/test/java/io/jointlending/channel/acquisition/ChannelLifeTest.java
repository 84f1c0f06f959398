package io.jointlending.channel.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.ChannelView;
import io.jointlending.support.error.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelLifeTest {
    private static final List<String> STATES = List.of(
            ChannelView.APPLIED,
            ChannelView.REVIEWED,
            ChannelView.REJECTED,
            ChannelView.ENABLED,
            ChannelView.DISABLED,
            ChannelView.CLOSED);
    private static final Set<String> WAYS = Set.of(
            "APPLIED REVIEWED",
            "APPLIED REJECTED",
            "REVIEWED ENABLED",
            "REVIEWED CLOSED",
            "ENABLED DISABLED",
            "DISABLED ENABLED",
            "DISABLED CLOSED");

    @Test
    void of_all_pairs_of_states_only_these_are_ways() {
        for (String from : STATES) {
            ChannelView channel = new ChannelView("CH-A", "A", ChannelView.APP, from, "mia", null, null, 1L);
            for (String to : STATES) {
                if (WAYS.contains(from + " " + to)) {
                    ChannelLife.requireWay(channel, to, "status");
                } else {
                    assertThatThrownBy(() -> ChannelLife.requireWay(channel, to, "status"))
                            .as(from + " " + to)
                            .hasMessageContaining(from)
                            .isInstanceOfSatisfying(Refusal.class, refusal -> {
                                assertThat(refusal.code().code()).isEqualTo("A0625");
                                assertThat(refusal.field()).isEqualTo("status");
                            });
                }
            }
        }
    }
}

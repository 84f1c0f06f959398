package io.jointlending.support.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.InstitutionView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.ConfigurationPublished;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class KeptConfigurationTest {
    private static final String KIND = ConfigurationPublished.INSTITUTION;

    private final List<String> notices = new ArrayList<>();
    private final Copies copies = new InMemoryCopies();
    private final KeptConfiguration kept = node(Duration.ofHours(1));
    private RpcResult<InstitutionView> answer = RpcResult.ok(named("first"));
    private int pulls;

    @Test
    void a_message_with_a_newer_version_makes_all_instances_ask_again_and_others_do_not() {
        assertThat(name(kept)).isEqualTo("first");
        answer = RpcResult.ok(named("second"));
        assertThat(name(kept)).as("kept in memory").isEqualTo("first");

        kept.take(message(2, "second"));
        assertThat(notices).containsExactly("institution BANK-A");
        assertThat(name(kept)).isEqualTo("second");
        assertThat(pulls).isEqualTo(2);

        kept.take(message(2, "second"));
        kept.take(message(1, "first"));
        assertThat(notices).as("nothing new, nobody is told").hasSize(1);
        assertThat(name(kept)).isEqualTo("second");
        assertThat(pulls).isEqualTo(2);
    }

    @Test
    void while_the_owner_is_silent_an_instance_that_starts_serves_what_the_messages_have_brought() {
        answer = RpcResult.refused(ErrorCodes.INTERNAL_ERROR, "Broken.", null);
        assertThatThrownBy(() -> name(kept)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.PROVIDER_UNAVAILABLE));
        kept.take(message(4, "fourth"));
        assertThat(name(node(Duration.ZERO))).isEqualTo("fourth");
        kept.take(message(5, "fifth"));
        assertThat(name(node(Duration.ZERO))).isEqualTo("fifth");
    }

    @Test
    void a_message_that_was_lost_is_made_good_by_the_next_pull() {
        KeptConfiguration impatient = node(Duration.ZERO);
        assertThat(name(impatient)).isEqualTo("first");
        answer = RpcResult.ok(named("second, and nobody told"));
        assertThat(name(impatient)).isEqualTo("second, and nobody told");
        answer = RpcResult.refused(ErrorCodes.INTERNAL_ERROR, "Broken.", null);
        assertThat(name(impatient)).as("from the copy").isEqualTo("second, and nobody told");
    }

    @Test
    void what_the_owner_refuses_is_refused_whatever_is_kept() {
        kept.take(message(1, "first"));
        answer = RpcResult.refused(ErrorCodes.INSTITUTION_NOT_FOUND, "No institution.", "code");
        assertThatThrownBy(() -> name(kept)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.INSTITUTION_NOT_FOUND));
    }

    @Test
    void messages_of_other_kinds_concern_nobody() {
        Subscription<ConfigurationPublished> subscription = kept.subscription("test-configuration", Set.of(KIND));
        assertThat(subscription.concerns().test(message(1, "x"))).isTrue();
        assertThat(subscription.concerns().test(new ConfigurationPublished("unheard-of", "X", 1L, "{}")))
                .isFalse();
    }

    private KeptConfiguration node(Duration ttl) {
        return new KeptConfiguration(
                new ConfigurationCache(ttl, new ChangeNotices() {
                    @Override
                    public void onChange(BiConsumer<String, String> listener) {}

                    @Override
                    public void send(String kind, String key) {
                        notices.add(kind + " " + key);
                    }
                }),
                copies);
    }

    private String name(KeptConfiguration node) {
        return node.get(KIND, "BANK-A", InstitutionView.class, view -> 1, () -> {
                    pulls++;
                    return answer;
                })
                .name();
    }

    private static InstitutionView named(String name) {
        return new InstitutionView("BANK-A", name, InstitutionView.EXTERNAL, "ENABLED");
    }

    private static ConfigurationPublished message(long version, String name) {
        return new ConfigurationPublished(KIND, "BANK-A", version, Json.write(named(name)));
    }
}

package io.jointlending.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void an_instance_is_quiet_for_as_long_as_nothing_ran_and_nothing_came() {
        QuietWatch watch = new QuietWatch();
        watch.restart(0, 100);
        watch.observe(SECOND, 0, 100);
        assertThat(watch.idleMillis(SECOND)).isEqualTo(1_000);
        watch.observe(2 * SECOND, 1, 100);
        assertThat(watch.idleMillis(2 * SECOND)).as("a request runs").isZero();
        watch.observe(3 * SECOND, 0, 101);
        assertThat(watch.idleMillis(3 * SECOND))
                .as("a request came and went between two looks")
                .isZero();
        watch.observe(5 * SECOND, 0, 101);
        assertThat(watch.idleMillis(5 * SECOND)).isEqualTo(2_000);
    }

    @Test
    void idle_time_never_exceeds_the_time_since_the_last_request_whatever_the_order() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        QuietWatch watch = new QuietWatch();
        watch.restart(0, 0);
        long now = 0;
        long busyAt = 0;
        long marker = 0;
        for (int i = 0; i < 1_000; i++) {
            now += random.nextInt(1_000) * 1_000_000L;
            int running = random.nextInt(4) == 0 ? 1 : 0;
            boolean came = random.nextInt(3) == 0;
            marker += came ? 1 : 0;
            busyAt = running > 0 || came ? now : busyAt;
            watch.observe(now, running, marker);
            assertThat(watch.idleMillis(now)).as("seed %d, step %d", seed, i).isEqualTo((now - busyAt) / 1_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 3, true,  false, ONLINE",
        "false, false, 0, true,  false, OFFLINE",
        "false, true,  2, true,  false, GOING_ONLINE",
        "true,  true,  3, false, false, GOING_OFFLINE",
        "true,  true,  0, false, false, GOING_OFFLINE",
        "true,  false, 0, false, false, PARTIAL",
        "true,  false, 2, true,  true,  PARTIAL",
        "true,  true,  0, true,  false, OFFLINE",
        "true,  false, 0, true,  true,  DRAINED",
    })
    void one_word_says_what_an_instance_is(
            boolean offlineWished, boolean underWay, int up, boolean gone, boolean drained, String state) {
        assertThat(StateRule.of(offlineWished, underWay, up, gone, drained)).isEqualTo(state);
    }

    @Test
    void who_is_leaving_too_is_not_left() {
        assertThat(Guard.left(Set.of("b:1", "c:1"), Set.of("b:1"))).containsExactly("c:1");
        assertThat(Guard.left(Set.of("b:1"), Set.of("b:1", "x:1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 8000, true",
        "1000, 8999, 8000, true",
        "1000, 9000, 8000, false",
        "9000, 1000, 8000, true",
        "0,    1000, 8000, false",
    })
    void who_is_registered_for_less_than_so_long_has_come_lately(long madeAt, long now, long settle, boolean young) {
        assertThat(Newcomers.isYoung(madeAt, now, settle)).isEqualTo(young);
    }

    @ParameterizedTest
    @CsvSource({
        "b+c, '',  '',  b+c, true,  true,  false",
        "b,   '',  b,   '',  false, true,  false",
        "b,   b,   '',  '',  false, false, false",
        "b,   '',  '',  '',  false, false, true",
        "b+c, b,   c,   '',  false, true,  false",
        "b+c, '',  b,   c,   true,  true,  false",
        "'',  '',  '',  '',  false, false, false",
    })
    void who_is_dead_new_or_leaving_is_not_left(
            String others, String dead, String young, String left, boolean enough, boolean soon, boolean leave) {
        Finding finding = new Finding("s", "r", words(others), words(dead));
        finding.young.addAll(words(young));
        Set<String> staying = new LinkedHashSet<>(words(left));
        staying.addAll(words(young));
        finding.judge(staying, 1);
        assertThat(finding.left).isEqualTo(words(left));
        assertThat(finding.enough()).isEqualTo(enough);
        assertThat(finding.enoughSoon()).isEqualTo(soon);
        assertThat(finding.othersLeave()).isEqualTo(leave);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\+", -1));
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "60s, 60000", "2m, 120000", "7, 7000", "0, 0"})
    void lengths_of_time_are_read_as_people_write_them(String text, long millis) {
        assertThat(Durations.millis(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1s", "1h", "999999999m", "1.5s"})
    void anything_else_is_no_length_of_time(String text) {
        assertThatThrownBy(() -> Durations.millis(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void options_of_the_java_agent_are_read_and_checked() {
        AgentOptions options = AgentOptions.parse("dir=/x y,http=0,start=offline,term-timeout=5s,term-quiet=100ms");
        assertThat(options.dir()).isEqualTo("/x y");
        assertThat(options.httpPort()).isZero();
        assertThat(options.startOffline()).isTrue();
        assertThat(options.drainOnTerm()).isTrue();
        assertThat(options.termTimeoutMillis()).isEqualTo(5_000);
        assertThat(options.termQuietMillis()).isEqualTo(100);
        assertThat(AgentOptions.parse("").httpPort()).isEqualTo(-1);
        assertThat(AgentOptions.parse("term=off").drainOnTerm()).isFalse();
        assertThatThrownBy(() -> AgentOptions.parse("port=1")).hasMessageContaining("port=1");
        assertThatThrownBy(() -> AgentOptions.parse("http=many")).hasMessageContaining("http");
        assertThatThrownBy(() -> AgentOptions.parse("term-timeout=long")).hasMessageContaining("long");
    }

    @Test
    void a_request_waits_a_minute_and_for_six_quiet_seconds_unless_told_otherwise() {
        Properties values = new Properties();
        values.setProperty("command", "offline");
        Request request = Request.of(values);
        assertThat(request.timeoutMillis).isEqualTo(60_000);
        assertThat(request.quietMillis).isEqualTo(6_000);
        assertThat(request.settleMillis).isEqualTo(8_000);
        assertThat(request.force || request.dryRun).isFalse();
        assertThat(request.drain && request.pause && request.outlets).isTrue();
        values.setProperty("command", "halt");
        assertThatThrownBy(() -> Request.of(values)).hasMessageContaining("halt");
    }
}

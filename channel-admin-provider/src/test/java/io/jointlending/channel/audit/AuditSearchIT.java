package io.jointlending.channel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.channel.AuditEntryView;
import io.jointlending.api.channel.AuditPageView;
import io.jointlending.api.channel.AuditSearchQuery;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditSearchIT {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 2, 12, 0);

    private static SchemaFixture database;
    private static AuditQueryRpc audit;

    /** Forty entries, four in each minute: ann and ben take turns, every fifth is about product P-1. */
    @BeforeAll
    static void open() {
        database = SchemaFixture.create("channel_admin");
        for (int i = 0; i < 40; i++) {
            database.execute("INSERT INTO audit_log (operator, caller, action, target_kind, target_code, request_no,"
                    + " after_state, created_at) VALUES ('" + (i % 2 == 0 ? "ann" : "ben") + "', 'test', '"
                    + (i % 4 == 0 ? "createProduct" : "changeProductStatus") + "', 'PRODUCT', 'P-"
                    + (i % 5 == 0 ? 1 : 2) + "', 'r-" + i + "', '{}', '2026-03-02 12:" + String.format("%02d", i / 4)
                    + ":00')");
        }
        audit = new AuditQueryRpc(database.session());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "everything,,,,,,40",
        "by person,ann,,,,,20",
        "by a person who did nothing,cleo,,,,,0",
        "by action,,createProduct,,,,10",
        "by target,,,P-1,,,8",
        "by time,,,,3,5,12",
        "by person and target,ann,,P-1,,,4",
        "by person and action and time,ann,createProduct,,0,4,5",
    })
    void whatever_is_asked_for_is_found_page_by_page_and_newest_first(
            String what,
            @Nullable String who,
            @Nullable String action,
            @Nullable String target,
            @Nullable Integer from,
            @Nullable Integer until,
            int expected) {
        for (int size : new int[] {1, 3, 200}) {
            List<AuditEntryView> found = new ArrayList<>();
            @Nullable AuditEntryView last = null;
            AuditPageView page;
            do {
                page = Remote.data(audit.search(new AuditSearchQuery(
                        who,
                        action,
                        target == null ? null : "PRODUCT",
                        target,
                        from == null ? null : NOON.plusMinutes(from),
                        until == null ? null : NOON.plusMinutes(until),
                        last == null ? null : last.at(),
                        last == null ? null : last.entryNo(),
                        size)));
                assertThat(page.entries().size()).isLessThanOrEqualTo(size);
                found.addAll(page.entries());
                last = found.isEmpty() ? null : found.get(found.size() - 1);
            } while (page.more());
            assertThat(found).as("%s in pages of %s", what, size).hasSize(expected);
            assertThat(found).extracting(AuditEntryView::entryNo).doesNotHaveDuplicates();
            assertThat(found)
                    .isSortedAccordingTo((a, b) ->
                            b.at().equals(a.at()) ? Long.compare(b.entryNo(), a.entryNo()) : b.at().compareTo(a.at()));
            assertThat(found)
                    .allMatch(entry -> who == null || entry.who().equals(who))
                    .allMatch(entry -> action == null || entry.action().equals(action));
        }
    }

    @Test
    void half_a_target_half_a_place_and_a_range_upside_down_are_refused() {
        refused("targetCode", new AuditSearchQuery(null, null, "PRODUCT", null, null, null, null, null, 10));
        refused("afterEntry", new AuditSearchQuery(null, null, null, null, null, null, NOON, null, 10));
        refused("until", new AuditSearchQuery(null, null, null, null, NOON, NOON.minusDays(1), null, null, 10));
    }

    private static void refused(String field, AuditSearchQuery query) {
        assertThatThrownBy(() -> audit.search(query)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code().code()).isEqualTo("A0400");
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}

package io.jointlending.fund.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.BreakerView;
import io.jointlending.api.fund.BreakersQuery;
import io.jointlending.api.fund.FundAuditPageView;
import io.jointlending.api.fund.FundAuditQuery;
import io.jointlending.api.fund.FundAuditView;
import io.jointlending.api.fund.SwitchBreakerRequest;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.audit.FundAuditRpc;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.fund.task.FakeBank;
import io.jointlending.fund.task.HttpCalls;
import io.jointlending.fund.task.TaskNode;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person says of a breaker is in force in every instance, ends by itself, and is written down. */
class FundBreakerIT {
    private static final String BANK = TaskNode.CHANNEL;
    private static final String APPLY = "POST loan/apply";
    private static final Path LOGS = Path.of("target", "sentinel");

    private final SchemaFixture database = SchemaFixture.create("fund_router");
    private final FakeBank bank = new FakeBank();
    private final TaskNode node = new TaskNode(database, "here", new HttpCalls(bank.address(), Duration.ofSeconds(5)));
    private final Breakers here = new Breakers(LOGS);
    private final BreakerSwitches switches = new BreakerSwitches(database.session());
    private final FundBreakerRpc rpc = new FundBreakerRpc(
            IdempotentCommands.stored(database.transactions(), database.session()),
            switches,
            here,
            node.definitions,
            new FundAudit(database.session()),
            "here");

    private final FundAuditRpc audit = new FundAuditRpc(new FundAudit(database.session()));

    @BeforeEach
    void publish() {
        node.publishFirstBank();
    }

    @AfterEach
    void close() {
        here.close();
        node.close();
        bank.close();
        database.close();
    }

    @Test
    void what_is_held_is_shown_holds_everywhere_and_can_be_taken_back() {
        assertThat(found(APPLY).position()).isEqualTo("MEASURED");

        BreakerView held = Remote.call(() -> rpc.switchBreaker(request("S1", APPLY, "OPEN", 30)));
        assertThat(held.state()).isEqualTo("OPEN");
        assertThat(held.operator()).isEqualTo("ann");
        assertThat(found(APPLY)).isEqualTo(held);
        assertThat(found("POST loan/query").position()).isEqualTo("MEASURED");
        assertThat(here.open()).isEqualTo(Map.of(BANK, Set.of(APPLY)));
        try (Breakers there = new Breakers(LOGS)) {
            there.hold(new BreakerSwitches(database.session()).now());
            assertThat(there.open()).as("another instance").isEqualTo(Map.of(BANK, Set.of(APPLY)));

            rpc.switchBreaker(request("S2", APPLY, "CLOSED", 10));
            assertThat(found(APPLY).state()).as("the last word holds").isEqualTo("CLOSED");
            assertThat(found(APPLY).position()).isEqualTo("CLOSED");

            rpc.switchBreaker(request("S3", APPLY, "MEASURED", null));
            assertThat(found(APPLY)).isEqualTo(new BreakerView(BANK, APPLY, "CLOSED", "MEASURED", null, null, null));
            there.hold(switches.now());
            assertThat(there.open()).isEmpty();
        }
        assertThat(here.open()).isEmpty();
        assertThat(Remote.call(() -> rpc.switchBreaker(request("S1", APPLY, "OPEN", 30))))
                .as("the same command once more changes nothing")
                .isEqualTo(held);
        assertThat(Remote.call(() -> rpc.querySwitchBreakerByRequestNo(new RequestNoQuery("S1"))))
                .isEqualTo(held);
        assertThat(found(APPLY).position()).isEqualTo("MEASURED");
        assertThat(database.texts("SELECT CONCAT_WS(' ', caller, request_no, operator, subject, detail) FROM fund_audit"
                        + " WHERE action = 'BREAKER' ORDER BY id"))
                .containsExactly(
                        "local S1 ann first-bank POST loan/apply OPEN for 30 min: they said so",
                        "local S2 ann first-bank POST loan/apply CLOSED for 10 min: they said so",
                        "local S3 ann first-bank POST loan/apply MEASURED: they said so");
    }

    @Test
    void what_persons_did_is_found_by_who_did_what_to_which() {
        for (int i = 1; i <= 3; i++) {
            rpc.switchBreaker(request("A" + i, "POST credit/apply", "CLOSED", i));
        }
        FundAuditPageView page = Remote.call(() -> audit.search(new FundAuditQuery("ann", "BREAKER", BANK, null, 2)));
        assertThat(page.entries()).extracting(FundAuditView::requestNo).containsExactly("A3", "A2");
        assertThat(page.more()).isTrue();
        Long last = page.entries().get(1).entryNo();
        assertThat(Remote.call(() -> audit.search(new FundAuditQuery("ann", "BREAKER", BANK, last, 200)))
                        .entries())
                .extracting(FundAuditView::requestNo)
                .contains("A1")
                .doesNotContain("A2", "A3");
        FundAuditView published = Remote.call(
                        () -> audit.search(new FundAuditQuery(null, "ACTIVATE", "first-bank.loan@1", null, 10)))
                .entries()
                .get(0);
        assertThat(published.who()).isEqualTo("checker");
        assertThat(published.approver()).isEqualTo("author");
        assertThat(Remote.call(() -> audit.search(new FundAuditQuery("nobody", null, null, null, 10)))
                        .entries())
                .isEmpty();
    }

    @Test
    void what_is_held_ends_by_the_clock_of_the_database() {
        rpc.switchBreaker(request("E1", "POST credit/apply", "OPEN", 1));
        assertThat(here.open()).isEqualTo(Map.of(BANK, Set.of("POST credit/apply")));

        database.execute("UPDATE breaker_switch SET until_at = UTC_TIMESTAMP(3) WHERE endpoint = 'POST credit/apply'");
        here.hold(switches.now());
        assertThat(here.open()).isEmpty();
        assertThat(found("POST credit/apply").position()).isEqualTo("MEASURED");
    }

    @Test
    void a_switch_that_cannot_be_is_refused_and_leaves_nothing_behind() {
        refused(request("R1", "POST loan/appply", "OPEN", 5), ErrorCodes.DEFINITION_NOT_FOUND, "endpoint");
        refused(request("R2", APPLY, "OPEN", null), ErrorCodes.INVALID_REQUEST, "minutes");
        refused(request("R3", APPLY, "CLOSED", null), ErrorCodes.INVALID_REQUEST, "minutes");
        refused(request("R4", APPLY, "MEASURED", 5), ErrorCodes.INVALID_REQUEST, "minutes");

        assertThat(database.texts("SELECT request_no FROM fund_audit WHERE request_no LIKE 'R%'"))
                .isEmpty();
        assertThat(database.texts("SELECT endpoint FROM breaker_switch WHERE endpoint LIKE '%appply'"))
                .isEmpty();
        assertThat(Remote.call(() -> rpc.findBreakers(new BreakersQuery("no-bank")))
                        .breakers())
                .isEmpty();
    }

    private void refused(SwitchBreakerRequest request, ErrorCode code, String field) {
        assertThatThrownBy(() -> rpc.switchBreaker(request)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private BreakerView found(String endpoint) {
        List<BreakerView> breakers =
                Remote.call(() -> rpc.findBreakers(new BreakersQuery(null))).breakers();
        return breakers.stream()
                .filter(one -> one.channel().equals(BANK) && one.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private static SwitchBreakerRequest request(
            String requestNo, String endpoint, String position, @Nullable Integer minutes) {
        return new SwitchBreakerRequest(requestNo, BANK, endpoint, position, minutes, "ann", "they said so");
    }
}

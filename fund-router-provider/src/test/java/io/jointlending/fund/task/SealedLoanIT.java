package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.fund.FundCallbackRequest;
import io.jointlending.fund.PersonalData;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.rpc.FundCallbackRpc;
import io.jointlending.support.Eventually;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.wiring.SchemaFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loans by the shipped definitions with the sandbox banks: every message sealed, every answer over a real socket. */
class SealedLoanIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final String FIRST = "first-bank";
    private static final String SECOND = "second-bank";
    /** Half of all answers go wrong, in every way a bank knows. */
    private static final String EVERY_FAULT =
            """
            {"refusePerMille": 150, "seed": 20261130, "faultsPerMille": {"BUSY": 60, "LATE": 40, "LOST": 90, "LOST_BEFORE": 90,
             "DRIP": 40, "BAD_SIGNATURE": 60, "BAD_GATEWAY": 60, "UNKNOWN_CODE": 30}}""";

    @TempDir
    private Path folder = Path.of("");

    private SchemaFixture database;

    @BeforeEach
    void open() {
        database = SchemaFixture.create("fund_router");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM", "HMAC", "HMAC_SM3"})
    void a_loan_ends_by_callback_by_query_or_refused_under_seal_and_nobody_reads_who_borrows(String suite) {
        try (PersonalData.Log log = new PersonalData.Log();
                SealedEngine engine = engine(text -> text.replace("suite: SM", "suite: " + suite)
                        .replace(
                                "keys: {own: first-bank-own, peer: first-bank-peer}",
                                suite.equals("SM")
                                        ? "keys: {own: first-bank-own, peer: first-bank-peer}"
                                        : "keys: {own: first-bank-own}"))) {
            engine.behave(FIRST, "EARLY", "{\"callback\": \"EARLY\"}");
            engine.behave(FIRST, "TWICE", "{\"callback\": \"DUPLICATE\"}");
            engine.behave(FIRST, "LOST", "{\"faults\": [\"LOST\"], \"callback\": \"NONE\"}");
            engine.behave(FIRST, "REFUSED", "{\"refusePerMille\": 1000}");
            engine.behave(SECOND, "FORGED", "{\"refusePerMille\": 1000, \"faults\": [\"BAD_SIGNATURE\"]}");
            List<String> first = List.of("CALLED", "EARLY", "TWICE", "LOST", "REFUSED");
            first.forEach(loan -> engine.submit(FIRST, loan));
            engine.submit(SECOND, "QUERIED");
            engine.submit(SECOND, "FORGED");
            engine.node.start();
            awaitEnded(7, LIMIT);

            for (String loan : List.of("CALLED", "EARLY", "TWICE")) {
                assertThat(path(engine, FIRST, loan))
                        .as(loan)
                        .containsExactly("credit-apply", "loan-apply", "loan-result", "done");
            }
            assertThat(path(engine, FIRST, "LOST")).containsExactly("credit-apply", "loan-apply", "loan-query", "done");
            assertThat(path(engine, FIRST, "REFUSED")).containsExactly("credit-apply", "rejected");
            assertThat(path(engine, SECOND, "QUERIED")).containsExactly("loan-apply", "loan-query", "done");
            assertThat(path(engine, SECOND, "FORGED"))
                    .as("what a forged answer says is asked for, not believed")
                    .containsExactly("loan-apply", "loan-query", "rejected");
            assertThat(database.texts("SELECT CONCAT(alarm_code, ' ', LEFT(subject_key, 11)) FROM alarm"))
                    .containsExactly("FUND_NOT_AUTHENTIC second-bank");
            for (String loan : first) {
                assertThat(engine.books("/first-bank/" + loan))
                        .as(loan)
                        .contains("\"disbursements\":" + (loan.equals("REFUSED") ? 0 : 1));
            }
            assertThat(engine.books("/second-bank/FORGED")).contains("\"disbursements\":0");
            assertThat(database.texts("SELECT CONCAT(biz_no, ' ', status) FROM fund_callback ORDER BY biz_no"))
                    .containsExactly("CALLED APPLIED", "EARLY APPLIED", "TWICE APPLIED");
            assertNobodyIsNamed(log);
        }
    }

    /** The search is one that would find: the numbers of the loans are there, and so are stars in place of names. */
    private void assertNobodyIsNamed(PersonalData.Log log) {
        assertThat(log.lines()).anyMatch(line -> line.contains("CALLED")).hasSizeGreaterThan(20);
        assertThat(log.personal()).isEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM fund_step_log WHERE request_masked LIKE '%***%'"))
                .isPositive();
        assertThat(PersonalData.in(database)).isEmpty();
    }

    @Test
    void a_callback_by_http_and_the_same_by_dubbo_are_one_in_the_inbox() {
        try (SealedEngine engine = engine(UnaryOperator.identity())) {
            byte[] message = engine.sealedByFirstBank(Trees.read(
                    "{\"head\": {\"msgId\": \"m1\"}, \"body\": {\"loanNo\": \"L1\", \"status\": \"0000\"}}"));
            FundCallbackRpc dubbo = new FundCallbackRpc(engine.door);
            assertThat(engine.post("loan-result", message)).isEqualTo(200);
            assertThat(accept(dubbo, "loan-result", message)).isEqualTo(200);
            assertThat(accept(dubbo, "other-event", message)).isEqualTo(404);
            byte[] altered = message.clone();
            altered[message.length / 2] ^= 1;
            assertThat(accept(dubbo, "loan-result", altered)).isEqualTo(401);
            assertThat(database.texts("SELECT CONCAT(dedup_id, ' ', biz_no, ' ', status) FROM fund_callback"))
                    .containsExactly("m1 L1 PENDING");
        }
    }

    private static int accept(FundCallbackRpc dubbo, String event, byte[] message) {
        return Objects.requireNonNull(Remote.data(dubbo.accept(new FundCallbackRequest(
                        FIRST, event, "127.0.0.1", Base64.getEncoder().encodeToString(message))))
                .httpStatus());
    }

    @Test
    void loans_at_a_bank_with_every_fault_are_paid_out_once_or_never() throws IOException {
        withEveryFault(40, LIMIT);
    }

    @Test
    @Tag("drill")
    void a_thousand_loans_at_a_bank_with_every_fault_are_paid_out_once_or_never() throws IOException {
        withEveryFault(1_000, LONG);
    }

    private void withEveryFault(int loans, Duration limit) throws IOException {
        UnaryOperator<String> hasty =
                text -> text.replaceAll("call: \\{connect: [23]s, total: [0-9]+s", "call: {connect: 1s, total: 2s")
                        .replaceAll("slowMs: [0-9]+", "slowMs: 2000");
        try (SealedEngine engine = new SealedEngine(database, folder, hasty, TaskNode::faster)) {
            engine.behave(FIRST, "*", EVERY_FAULT);
            for (int i = 0; i < loans; i++) {
                engine.submit(FIRST, "R" + i);
            }
            engine.node.start();
            awaitEnded(loans, limit);

            Map<String, JsonNode> books = new HashMap<>();
            new ObjectMapper()
                    .readTree(engine.books("/first-bank"))
                    .forEach(loan -> books.put(loan.get("orderNo").asText(), loan));
            int paid = 0;
            for (int i = 0; i < loans; i++) {
                FundTask task = engine.node.tasks.search(null, FIRST, "R" + i).get(0);
                JsonNode book = books.get("R" + i);
                int times = book == null ? 0 : book.get("disbursements").asInt();
                paid += times;
                assertThat(times).as("R%s", i).isLessThanOrEqualTo(1);
                switch (task.status()) {
                    case SUCCESS -> assertThat(times).as("R%s", i).isEqualTo(1);
                    case REJECTED -> assertThat(times).as("R%s", i).isZero();
                    default ->
                        assertThat(task.reason())
                                .as("R%s is left to a person", i)
                                .isNotBlank();
                }
                assertThat(engine.node.replay.run(task.id()).same())
                        .as("R%s", i)
                        .isTrue();
            }
            assertThat(engine.books("")).contains("\"paidTwice\":0");
            assertThat(paid).as("most are paid out").isGreaterThan(loans / 2);
            assertThat(engine.counts())
                    .contains("fault|LOST", "fault|LOST_BEFORE", "fault|DRIP", "fault|BAD_SIGNATURE");
            assertThat(PersonalData.in(database)).isEmpty();
        }
    }

    private SealedEngine engine(UnaryOperator<String> channelText) {
        return new SealedEngine(database, folder, channelText, UnaryOperator.identity());
    }

    private void awaitEnded(int tasks, Duration limit) {
        Eventually.within(
                limit,
                tasks + " tasks have ended",
                () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status >= 7") == tasks);
    }

    private static List<String> path(SealedEngine engine, String channel, String loanNo) {
        long id = engine.node.tasks.search(null, channel, loanNo).get(0).id();
        return List.copyOf(engine.node.replay.run(id).path());
    }
}

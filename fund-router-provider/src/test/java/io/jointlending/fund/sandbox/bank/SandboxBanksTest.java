package io.jointlending.fund.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.exchange.CallResult;
import io.jointlending.fund.exchange.InstitutionClient;
import io.jointlending.fund.exchange.callback.CallbackDoor;
import io.jointlending.fund.exchange.callback.CallbackServer;
import io.jointlending.fund.exchange.callback.CallbackSink;
import io.jointlending.fund.exchange.callback.Nonces;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.http.Egress;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.machine.Answers;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox banks through the front door: the shipped channels and flows, the client that production uses. */
class SandboxBanksTest {
    private static final char[] PASSPHRASE = "open-sesame".toCharArray();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<ChannelDefinition> CHANNELS = List.of(shipped("first-bank"), shipped("second-bank"));

    @TempDir
    static Path keys = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private final List<Tree> callbacks = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init") // set before every test
    private SandboxBanks banks;

    @SuppressWarnings("NullAway.Init")
    private CallbackServer server;

    @SuppressWarnings("NullAway.Init")
    private InstitutionClient client;

    @BeforeAll
    static void make_keys() {
        SandboxBanks.makeKeys(keys, PASSPHRASE, CHANNELS, CLOCK.instant());
    }

    @BeforeEach
    void open() {
        banks = banks();
        Envelopes envelopes = new Envelopes(ring("fund-router"), CLOCK, true);
        client = new InstitutionClient(
                envelopes,
                new Egress(List.of("127.0.0.0/8")),
                institution -> Set.of("127.0.0.1"),
                key -> "http://127.0.0.1:" + banks.port() + "/" + key.split("\\.", -1)[1],
                1);
        CallbackSink sink = new CallbackSink() {
            @Override
            public Optional<Acks> acks(String channel, String event) {
                return Optional.of(new Acks(Tree.Fields.empty(), Tree.Fields.empty()));
            }

            @Override
            public Verdict accept(String channel, String event, Tree body, String sha256) {
                callbacks.add(body);
                return callbacks.size() == 1 ? Verdict.NACK : Verdict.ACK;
            }
        };
        server = new CallbackServer(
                "127.0.0.1",
                0,
                2,
                new CallbackDoor(
                        name -> CHANNELS.stream()
                                .filter(one -> one.channel().equals(name))
                                .findFirst(),
                        envelopes,
                        (channel, nonce, sha) -> Nonces.Standing.FRESH,
                        sink,
                        new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        banks.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-bank", "second-bank"})
    void a_bank_speaks_as_its_shipped_flows_expect(String bank) {
        assertThat(ask(bank, "loan", "loan-query", "L0", "Q0")).isEqualTo(Category.NOT_FOUND);
        if (bank.equals("first-bank")) {
            assertThat(ask(bank, "loan", "credit-apply", "L1", "R1")).isEqualTo(Category.SUCCESS);
        }
        assertThat(ask(bank, "loan", "loan-apply", "L1", "R2"))
                .isEqualTo(bank.equals("first-bank") ? Category.PROCESSING : Category.SUCCESS);
        assertThat(ask(bank, "loan", "loan-query", "L1", "Q1")).isEqualTo(Category.SUCCESS);
        assertThat(ask(bank, "query", "loan-query", "L1", "Q2")).isEqualTo(Category.SUCCESS);
        assertThat(ask(bank, "repayment", "repayment-notify", "L1", "R3")).isEqualTo(Category.SUCCESS);
        assertThat(ask(bank, "statement", "statement-query", "L1", "R4")).isEqualTo(Category.SUCCESS);
        assertThat(ask(bank, "cancel", "cancel", "L1", "R4")).isEqualTo(Category.SUCCESS);
        assertThat(ask(bank, "cancel", "cancel", "L9", "R5")).isEqualTo(Category.NOT_FOUND);
        assertThat(loan(bank, "L1")).contains("\"disbursements\":1", "\"cancelled\":true", "\"repayments\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-bank", "second-bank"})
    void a_bank_gives_its_file_of_a_day_page_by_page(String bank) {
        ask(bank, "loan", "loan-apply", "L1", "R1");
        assertThat(page(bank, 1)).isEmpty();
        for (int i = 1; i <= 51; i++) {
            assertThat(ask(bank, "repayment", "repayment-notify", "L1", "P" + i))
                    .isEqualTo(Category.SUCCESS);
        }
        assertThat(page(bank, 1)).hasSize(50);
        assertThat(page(bank, 2))
                .containsExactly(Tree.Fields.empty()
                        .with("subOrderNo", new Tree.Text("L1"))
                        .with("eventKind", new Tree.Text("PAYMENT"))
                        .with("principalYuan", new Tree.Text("7000.10"))
                        .with("interestYuan", new Tree.Text("0.50"))
                        .with("penaltyYuan", new Tree.Text("0.50"))
                        .with("feeYuan", new Tree.Text("0.50")));
        assertThat(page(bank, 3)).isEmpty();
    }

    private List<Tree> page(String bank, int page) {
        CallResult result = call(bank, "statement", "statement-query", "", "PAGE" + page);
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(bank + ".statement"));
        Answers.Reading reading =
                Answers.read(flow, (Step.Answered) flow.step("statement-query"), ((CallResult.Replied) result).reply());
        assertThat(reading.category()).as(reading.why()).isEqualTo(Category.SUCCESS);
        return ((Tree.Items) reading.out().at(List.of("lines")).orElseThrow()).items();
    }

    @Test
    void the_books_show_a_second_loan_and_not_a_repeated_request_and_survive_a_restart() {
        ask("second-bank", "loan", "loan-apply", "L1", "R1");
        ask("second-bank", "loan", "loan-apply", "L1", "R1");
        assertThat(loan("second-bank", "L1")).contains("\"disbursements\":1", "\"paidFen\":700010");
        ask("second-bank", "loan", "loan-apply", "L1", "R2");
        assertThat(loan("second-bank", "L1")).contains("\"disbursements\":2", "\"paidFen\":1400020");
        banks.close();
        banks = banks();
        assertThat(loan("second-bank", "L1")).contains("\"disbursements\":2");
        assertThat(admin("GET", "/loans", "")).contains("\"paidTwice\":1");
        ask("second-bank", "loan", "loan-apply", "L1", "R2");
        assertThat(loan("second-bank", "L1")).contains("\"disbursements\":2");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, CONNECTION, 1",
        "LOST_BEFORE, CONNECTION, 0",
        "BAD_SIGNATURE, NOT_AUTHENTIC, 1",
        "BAD_GATEWAY, NOT_AUTHENTIC, 1",
    })
    void a_fault_on_demand_is_lost_and_money_moved_or_not_as_the_books_say(
            String fault, CallResult.Why why, int moved) {
        behave("second-bank", "L1", "{\"faults\":[\"" + fault + "\"]}");
        CallResult result = call("second-bank", "loan", "loan-apply", "L1", "R1");
        assertThat(result).isInstanceOf(CallResult.Lost.class);
        assertThat(((CallResult.Lost) result).why()).isEqualTo(why);
        assertThat(ask("second-bank", "loan", "loan-query", "L1", "Q1"))
                .isEqualTo(moved == 1 ? Category.SUCCESS : Category.NOT_FOUND);
    }

    @Test
    void a_refusal_with_a_wrong_signature_is_lost_and_the_query_says_what_is_true() {
        behave("second-bank", "L1", "{\"refusePerMille\":1000,\"faults\":[\"BAD_SIGNATURE\"]}");
        CallResult result = call("second-bank", "loan", "loan-apply", "L1", "R1");
        assertThat(result).isInstanceOf(CallResult.Lost.class);
        assertThat(((CallResult.Lost) result).why()).isEqualTo(CallResult.Why.NOT_AUTHENTIC);
        assertThat(ask("second-bank", "loan", "loan-query", "L1", "Q1")).isEqualTo(Category.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRIP", "LATE"})
    void a_slow_fault_is_left_at_the_deadline(String fault) {
        behave("second-bank", "L1", "{\"faults\":[\"" + fault + "\"]}");
        ChannelDefinition hasty = withTotal(channel("second-bank"), Duration.ofMillis(700));
        CallResult result = call(hasty, "loan", "loan-apply", "L1", "R1");
        assertThat(result).isInstanceOf(CallResult.Lost.class);
        assertThat(((CallResult.Lost) result).why()).isEqualTo(CallResult.Why.DEADLINE);
        assertThat(loan("second-bank", "L1")).contains("\"disbursements\":1");
    }

    @Test
    void refusing_being_busy_and_words_nobody_knows_move_no_money() {
        behave("first-bank", "*", "{\"refusePerMille\":1000}");
        assertThat(ask("first-bank", "loan", "credit-apply", "L1", "R1")).isEqualTo(Category.REJECTED);
        assertThat(ask("second-bank", "loan", "loan-apply", "L1", "R1")).isEqualTo(Category.SUCCESS);
        behave("second-bank", "L2", "{\"faults\":[\"BUSY\",\"UNKNOWN_CODE\"],\"processing\":1}");
        assertThat(ask("second-bank", "loan", "loan-apply", "L2", "R2")).isEqualTo(Category.RETRY);
        assertThat(ask("second-bank", "loan", "loan-apply", "L2", "R2")).isEqualTo(Category.ERROR);
        assertThat(loan("second-bank", "L2")).isEqualTo("{}");
        assertThat(ask("second-bank", "loan", "loan-apply", "L2", "R2")).isEqualTo(Category.PROCESSING);
        assertThat(ask("second-bank", "loan", "loan-query", "L2", "Q1")).isEqualTo(Category.PROCESSING);
        assertThat(ask("second-bank", "loan", "loan-query", "L2", "Q2")).isEqualTo(Category.SUCCESS);
        assertThat(admin("PUT", "/behaviour/first-bank/*", "{\"refuse\":1}")).contains("unknown property refuse");
    }

    @ParameterizedTest
    @CsvSource({"ONCE, 2", "DUPLICATE, 2", "EARLY, 2"})
    void a_callback_comes_until_it_is_acknowledged(String how, int least) {
        behave("first-bank", "L1", "{\"callback\":\"" + how + "\"}");
        assertThat(ask("first-bank", "loan", "loan-apply", "L1", "R2")).isEqualTo(Category.PROCESSING);
        if (how.equals("EARLY")) {
            assertThat(callbacks).as("before the answer").isNotEmpty();
        }
        await(() -> callbacks.size() >= least);
        assertThat(new Pointer("/body/status").in(callbacks.get(0))).contains(new Tree.Text("0000"));
        assertThat(callbacks).allMatch(callbacks.get(0)::equals);
    }

    @Test
    void the_same_seed_draws_the_same_faults_and_another_draws_others() {
        Behaviour one = Behaviour.of(Map.of("seed", 7, "refusePerMille", 200, "faultsPerMille", Map.of("LOST", 300)));
        Behaviour same = Behaviour.of(Map.of("seed", 7, "refusePerMille", 200, "faultsPerMille", Map.of("LOST", 300)));
        Behaviour other = Behaviour.of(Map.of("seed", 8, "refusePerMille", 200, "faultsPerMille", Map.of("LOST", 300)));
        int refused = 0;
        int lost = 0;
        int differs = 0;
        for (int i = 0; i < 10_000; i++) {
            String order = "26112900000" + i;
            refused += one.refuses(order) ? 1 : 0;
            lost += one.fault(order, BankDesk.APPLY, 0) == Fault.LOST ? 1 : 0;
            assertThat(same.refuses(order)).isEqualTo(one.refuses(order));
            differs += other.refuses(order) == one.refuses(order) ? 0 : 1;
        }
        assertThat(refused).isBetween(1_850, 2_150);
        assertThat(lost).isBetween(2_850, 3_150);
        assertThat(differs).isGreaterThan(2_500);
    }

    private Category ask(String bank, String flow, String step, String order, String requestNo) {
        CallResult result = call(bank, flow, step, order, requestNo);
        assertThat(result).isInstanceOf(CallResult.Replied.class);
        FlowDefinition definition = FlowTexts.good(FlowTexts.text(bank + "." + flow));
        Category category = Answers.read(
                        definition, (Step.Answered) definition.step(step), ((CallResult.Replied) result).reply())
                .category();
        return Objects.requireNonNull(category, "a code that the flow reads");
    }

    private CallResult call(String bank, String flow, String step, String order, String requestNo) {
        return call(channel(bank), flow, step, order, requestNo);
    }

    private CallResult call(ChannelDefinition channel, String flow, String step, String order, String requestNo) {
        FlowDefinition definition = FlowTexts.good(FlowTexts.text(channel.channel() + "." + flow));
        Endpoint endpoint = ((Step.Call) definition.step(step)).endpoint();
        Tree.Fields request = Tree.Fields.empty();
        for (String name : List.of("reqNo", "serial")) {
            request = request.with(name, new Tree.Text(requestNo));
        }
        for (String name : List.of("loanNo", "orderNo")) {
            request = request.with(name, new Tree.Text(order));
        }
        for (String name : List.of("amount", "money", "principal")) {
            request = request.with(name, new Tree.Text("7000.10"));
        }
        request = request.with("date", new Tree.Text("2026-12-20"))
                .with("kind", new Tree.Text("PAYMENT"))
                .with("page", new Tree.Text(requestNo.startsWith("PAGE") ? requestNo.substring(4) : "1"));
        for (String name : List.of("interest", "penalty", "fee")) {
            request = request.with(name, new Tree.Text("0.50"));
        }
        request = request.with(
                "notifyUrl",
                new Tree.Text("http://127.0.0.1:" + server.port() + "/callback/" + channel.channel() + "/loan-result"));
        return client.call(channel, endpoint, new Rendering.Rendered(request, request), requestNo);
    }

    private ChannelDefinition channel(String name) {
        return CHANNELS.stream()
                .filter(one -> one.channel().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ChannelDefinition withTotal(ChannelDefinition channel, Duration total) {
        return new ChannelDefinition(
                channel.channel(),
                channel.institution(),
                channel.codec(),
                channel.envelope(),
                channel.baseUrl(),
                channel.keys(),
                new ChannelDefinition.Call(total, total, 100_000),
                channel.gate(),
                channel.breaker(),
                channel.pool(),
                channel.callbackFrom(),
                channel.status());
    }

    private SandboxBanks banks() {
        return new SandboxBanks(0, 0, folder.resolve("books.jsonl"), CHANNELS, ring("banks"), ring("forgers"), CLOCK);
    }

    private KeyRing ring(String side) {
        return KeyRing.load(List.of(keys.resolve(side + ".p12")), PASSPHRASE);
    }

    private void behave(String bank, String order, String behaviour) {
        assertThat(admin("PUT", "/behaviour/" + bank + "/" + order, behaviour)).contains("refusePerMille");
    }

    private String loan(String bank, String order) {
        return admin("GET", "/loans/" + bank + "/" + order, "");
    }

    private String admin(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + banks.adminPort() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ChannelDefinition shipped(String name) {
        return SandboxBankTool.channel(name, io.jointlending.fund.flow.text.ShippedTexts.channel(name));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}

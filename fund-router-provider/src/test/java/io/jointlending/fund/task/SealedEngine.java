package io.jointlending.fund.task;

import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.exchange.InstitutionClient;
import io.jointlending.fund.exchange.callback.CallbackDoor;
import io.jointlending.fund.exchange.callback.CallbackServer;
import io.jointlending.fund.exchange.callback.CallbackSink;
import io.jointlending.fund.exchange.callback.RedisNonces;
import io.jointlending.fund.exchange.envelope.Envelope;
import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.envelope.Kind;
import io.jointlending.fund.exchange.http.Egress;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.ChannelLoader;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.sandbox.bank.SandboxBanks;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.remote.ExchangeCalls;
import io.jointlending.fund.task.remote.InboxSink;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** The engine and the sandbox banks with everything that is between them: sealed messages over real sockets, both ways. */
final class SealedEngine implements AutoCloseable {
    private static final char[] PASSPHRASE = "open-sesame".toCharArray();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<String> CHANNELS = List.of("first-bank", "second-bank");

    final TaskNode node;
    final CallbackDoor door;
    private final SchemaFixture database;
    private final Path keys;
    private final ChannelDefinition first;
    private final SandboxBanks banks;
    private final InstitutionClient client;
    private final CallbackServer server;
    private final RedissonClient redis;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile @Nullable TaskNode late;

    /**
     * Both banks, with their shipped definitions.
     *
     * @param folder for keys and books
     * @param channelText what is different in the definitions of the channels
     * @param flowText what is different in those of the flows
     */
    SealedEngine(
            SchemaFixture database, Path folder, UnaryOperator<String> channelText, UnaryOperator<String> flowText) {
        this.database = database;
        this.keys = folder;
        List<String> texts = CHANNELS.stream()
                .map(name -> channelText.apply(FlowTexts.text(name + ".channel")))
                .toList();
        List<ChannelDefinition> channels =
                texts.stream().map(SealedEngine::channel).toList();
        first = channels.get(0);
        SandboxBanks.makeKeys(folder, PASSPHRASE, channels, CLOCK.instant());
        banks = new SandboxBanks(0, 0, folder.resolve("books.jsonl"), channels, ring("banks"), ring("forgers"), CLOCK);
        Envelopes envelopes = new Envelopes(ring("fund-router"), CLOCK, true);
        client = new InstitutionClient(
                envelopes,
                new Egress(List.of("127.0.0.0/8")),
                institution -> Set.of("127.0.0.1"),
                key -> "http://127.0.0.1:" + banks.port() + "/" + key.split("\\.", -1)[1],
                2);
        redis = redis();
        door = new CallbackDoor(
                name -> known().definitions.channel(name),
                envelopes,
                new RedisNonces(redis),
                new LateSink(),
                new SimpleMeterRegistry());
        server = new CallbackServer("127.0.0.1", 0, 4, door);
        node = new TaskNode(
                database,
                "sealed",
                new ExchangeCalls(client),
                new ProcessorRegistry(
                        new StandardProcessors("http://127.0.0.1:" + server.port()),
                        new BorrowerProcessors(new MadeUpBorrower())),
                Map.of());
        late = node;
        texts.forEach(text -> node.publishAndActivate(Definition.Kind.CHANNEL, text));
        CHANNELS.forEach(
                name -> node.publishAndActivate(Definition.Kind.FLOW, flowText.apply(FlowTexts.text(name + ".loan"))));
    }

    private TaskNode known() {
        return Objects.requireNonNull(late, "nothing is asked before everything is made");
    }

    /** Submits a loan of the channel. */
    void submit(String channel, String loanNo) {
        Tree.Fields input = TaskNode.input(loanNo);
        if (channel.equals("second-bank")) {
            input = (Tree.Fields) Trees.read("{\"order\": {\"no\": \"" + loanNo
                    + "\", \"shareFen\": 700010, \"installments\": 12, \"annualRate\": 0.072, \"startDate\":"
                    + " \"2026-11-29\"}, \"borrower\": {\"no\": \"B1\"}}");
        }
        Tree.Fields given = input;
        database.transactions()
                .inTransaction(() -> node.submit.run(
                        new TaskKey(channel, "loan", loanNo, 1, null, 0), given, SubmitTask.Manner.online(null)));
    }

    /** How a bank behaves towards a loan, or towards all with {@code *}. */
    void behave(String channel, String loanNo, String behaviour) {
        String answer = admin("PUT", "/behaviour/" + channel + "/" + loanNo, behaviour);
        if (!answer.contains("refusePerMille")) {
            throw new IllegalStateException(answer);
        }
    }

    /** The books of a bank, as JSON. */
    String books(String pathBelowLoans) {
        return admin("GET", "/loans" + pathBelowLoans, "");
    }

    /** What was asked how often, as JSON. */
    String counts() {
        return admin("GET", "/counts", "");
    }

    /** A callback of the first bank as it comes over the wire. */
    byte[] sealedByFirstBank(Tree body) {
        Envelope bank = new Envelopes(ring("banks"), CLOCK, true).of(first);
        return bank.seal(body, Kind.CALLBACK, bank.freshNonce()).bytes();
    }

    /** Posts a callback of the first bank; the status of the answer. */
    int post(String event, byte[] message) {
        return send(HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.port() + "/callback/first-bank/" + event))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message)))
                .statusCode();
    }

    private String admin(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + banks.adminPort() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ChannelDefinition channel(String text) {
        Findings findings = new Findings();
        ChannelDefinition channel = SourceReader.read(text, findings)
                .map(source -> new ChannelLoader(true).load(source.tree(), findings))
                .orElse(null);
        if (channel == null || !findings.all().isEmpty()) {
            throw new IllegalArgumentException(findings.all().toString());
        }
        return channel;
    }

    private KeyRing ring(String side) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(side + ".p12", side + "-secrets.p12")) {
            if (Files.exists(keys.resolve(name))) {
                files.add(keys.resolve(name));
            }
        }
        return KeyRing.load(files, PASSPHRASE);
    }

    private static RedissonClient redis() {
        Config config = new Config();
        config.setThreads(2);
        config.setNettyThreads(2);
        config.useSingleServer()
                .setAddress(DevStackProcess.shared(Component.REDIS).property("redis.address"))
                .setConnectionPoolSize(8)
                .setConnectionMinimumIdleSize(2);
        return Redisson.create(config);
    }

    @Override
    public void close() {
        node.close();
        server.close();
        client.close();
        banks.close();
        redis.shutdown();
    }

    /** The inbox of the node, which is made of the port of the server that needs it. */
    private final class LateSink implements CallbackSink {
        @Override
        public Optional<Acks> acks(String channel, String event) {
            return new InboxSink(known().receive).acks(channel, event);
        }

        @Override
        public Verdict accept(String channel, String event, Tree body, String sha256) {
            return new InboxSink(known().receive).accept(channel, event, body, sha256);
        }
    }
}

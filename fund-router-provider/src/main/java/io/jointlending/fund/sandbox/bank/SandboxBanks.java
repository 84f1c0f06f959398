package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.exchange.envelope.Envelopes;
import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.envelope.KeyRingMaker;
import io.jointlending.fund.exchange.envelope.KeyRingMaker.Pair;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Banks for these channels, their books and their administration, running. */
public final class SandboxBanks implements AutoCloseable {
    private final BankBook book;
    private final BankServer server;
    private final BankAdmin admin;

    /**
     * Starts them on loopback.
     *
     * @param port 0 takes a free one
     * @param adminPort 0 takes a free one
     * @param books file that the books are kept in
     * @param keys the banks' ring: what is {@code own} in a channel is the bank's own key here
     * @param forgers a ring with the same aliases and other keys, for answers that are not authentic
     */
    public SandboxBanks(
            int port,
            int adminPort,
            Path books,
            List<ChannelDefinition> channels,
            KeyRing keys,
            KeyRing forgers,
            Clock clock) {
        this.book = new BankBook(books);
        BankDesk desk = new BankDesk(book);
        Map<String, BankServer.Bank> banks = new HashMap<>();
        for (ChannelDefinition channel : channels) {
            banks.put(
                    channel.channel(),
                    new BankServer.Bank(
                            channel,
                            new Envelopes(keys, clock, false).of(channel),
                            new Envelopes(forgers, clock, false).of(channel)));
        }
        this.server = new BankServer(port, banks, desk);
        this.admin = new BankAdmin(adminPort, desk, book);
    }

    /** Port of the banks; the base address of a channel is {@code http://127.0.0.1:port/channel}. */
    public int port() {
        return server.port();
    }

    /** Port of the administration. */
    public int adminPort() {
        return admin.port();
    }

    @Override
    public void close() {
        admin.close();
        server.close();
        book.close();
    }

    /**
     * Makes key rings for both sides of these channels: {@code fund-router.p12} and {@code banks.p12}, with secrets in
     * {@code fund-router-secrets.p12} and {@code banks-secrets.p12}, and {@code forgers…} for forged answers.
     *
     * @param now keys are valid from a day before
     */
    public static void makeKeys(Path folder, char[] passphrase, List<ChannelDefinition> channels, Instant now) {
        Map<String, Map<String, Pair>> own = new HashMap<>();
        Map<String, Map<String, Pair>> peers = new HashMap<>();
        Map<String, Map<String, byte[]>> secrets = new HashMap<>();
        Instant from = now.minus(Duration.ofDays(1));
        for (ChannelDefinition channel : channels) {
            String suite = channel.envelope().suite();
            String ownAlias = channel.keys().getOrDefault("own", "");
            String peerAlias = channel.keys().getOrDefault("peer", ownAlias);
            if (suite.startsWith("HMAC")) {
                byte[] secret = KeyRingMaker.secret();
                for (String side : List.of("fund-router", "banks")) {
                    secrets.computeIfAbsent(side, none -> new LinkedHashMap<>()).put(ownAlias, secret);
                }
                secrets.computeIfAbsent("forgers", none -> new LinkedHashMap<>())
                        .put(ownAlias, KeyRingMaker.secret());
            } else if (!suite.equals("PLAIN")) {
                Pair ours = pair(suite, "fund-router", from);
                Pair bank = pair(suite, channel.channel(), from);
                put(own, "fund-router", ownAlias, ours);
                put(peers, "fund-router", peerAlias, bank);
                put(own, "banks", ownAlias, bank);
                put(peers, "banks", peerAlias, ours);
                put(own, "forgers", ownAlias, pair(suite, "forger", from));
                put(peers, "forgers", peerAlias, ours);
            }
        }
        for (String side : new TreeSet<>(own.keySet())) {
            KeyRingMaker.write(
                    folder.resolve(side + ".p12"),
                    passphrase,
                    own.getOrDefault(side, Map.of()),
                    peers.getOrDefault(side, Map.of()));
        }
        secrets.forEach(
                (side, some) -> KeyRingMaker.writeSecrets(folder.resolve(side + "-secrets.p12"), passphrase, some));
    }

    private static Pair pair(String suite, String name, Instant from) {
        return suite.equals("SM") ? KeyRingMaker.sm2(name, from) : KeyRingMaker.rsa(name, from);
    }

    private static void put(Map<String, Map<String, Pair>> rings, String side, String alias, Pair pair) {
        rings.computeIfAbsent(side, none -> new LinkedHashMap<>()).put(alias, pair);
    }
}

package io.jointlending.fund.exchange;

import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.exchange.envelope.KeyRingMaker;
import io.jointlending.fund.exchange.envelope.KeyRingMaker.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Key rings of both sides, in files as in production: what is {@code own} on one side is {@code peer} on the other. */
public final class TestKeys {
    /** Of the files. */
    public static final char[] PASSPHRASE = "open-sesame".toCharArray();

    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");
    private static final Path FOLDER = folder();
    private static final Pair SM_OURS = KeyRingMaker.sm2("ours", LONG_AGO);
    private static final Pair SM_BANK = KeyRingMaker.sm2("bank", LONG_AGO);
    private static final Pair RSA_OURS = KeyRingMaker.rsa("ours", LONG_AGO);
    private static final Pair RSA_BANK = KeyRingMaker.rsa("bank", LONG_AGO);
    private static final byte[] SECRET = KeyRingMaker.secret();

    private static final KeyRing OURS = ring("ours", SM_OURS, SM_BANK, RSA_OURS, RSA_BANK, SECRET);
    private static final KeyRing BANK = ring("bank", SM_BANK, SM_OURS, RSA_BANK, RSA_OURS, SECRET);

    private TestKeys() {}

    /** Our ring. */
    public static KeyRing ours() {
        return OURS;
    }

    /** The ring of the institutions. */
    public static KeyRing bank() {
        return BANK;
    }

    /** A ring of somebody else with the same aliases. */
    public static KeyRing stranger() {
        return ring(
                "stranger",
                KeyRingMaker.sm2("x", LONG_AGO),
                SM_OURS,
                KeyRingMaker.rsa("x", LONG_AGO),
                RSA_OURS,
                KeyRingMaker.secret());
    }

    /** A file for a ring. */
    public static Path file(String name) {
        return FOLDER.resolve(name + ".p12");
    }

    private static KeyRing ring(String name, Pair sm, Pair smPeer, Pair rsa, Pair rsaPeer, byte[] secret) {
        KeyRingMaker.write(
                file(name),
                PASSPHRASE,
                Map.of("sm-own", sm, "rsa-own", rsa),
                Map.of("sm-peer", smPeer, "rsa-peer", rsaPeer));
        KeyRingMaker.writeSecrets(file(name + "-secrets"), PASSPHRASE, Map.of("hmac-own", secret));
        return KeyRing.load(List.of(file(name), file(name + "-secrets")), PASSPHRASE);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("key-rings");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jointlending.fund.exchange.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The keys of all channels, from PKCS#12 files under one passphrase. An entry named {@code first-bank-peer} or
 * {@code first-bank-peer@2027} is a key of the alias {@code first-bank-peer}; its id is what follows the @, otherwise the
 * first 16 hexadecimal digits of its fingerprint. One alias may have two keys while a key is being replaced.
 */
public final class KeyRing {
    /** Bouncy Castle as an object of ours: it is not registered in the JVM, so it changes nothing for others. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final int MAX_KEYS = 2;
    private static final DateTimeFormatter ASN1_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Map<String, List<RingKey>> keys;

    private KeyRing(Map<String, List<RingKey>> keys) {
        this.keys = keys;
    }

    /** A ring without keys. */
    public static KeyRing empty() {
        return new KeyRing(Map.of());
    }

    /**
     * The ring of these files. Secrets (HMAC) and SM2 keys cannot share a file: the JDK does not read SM2 keys, Bouncy
     * Castle does not read secrets.
     *
     * @throws IllegalStateException if a file cannot be read with the passphrase, or an alias has three keys
     */
    public static KeyRing load(List<Path> files, char[] passphrase) {
        Map<String, List<RingKey>> keys = new HashMap<>();
        for (Path file : files) {
            try {
                KeyStore store = store(file, passphrase);
                for (String entry : Collections.list(store.aliases())) {
                    add(keys, store, entry, passphrase);
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key ring " + file + " holds a key that cannot be read", e);
            }
        }
        keys.forEach((alias, some) -> {
            if (some.size() > MAX_KEYS) {
                throw new IllegalStateException(
                        "alias " + alias + " has " + some.size() + " keys; two are allowed while one is replaced");
            }
        });
        return new KeyRing(keys);
    }

    private static KeyStore store(Path file, char[] passphrase) throws GeneralSecurityException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key ring " + file, e);
        }
        IOException jdk;
        try {
            return load(KeyStore.getInstance("PKCS12"), bytes, passphrase);
        } catch (IOException e) {
            jdk = e; // SM2 keys, or not the passphrase
        }
        try {
            return load(KeyStore.getInstance("PKCS12", BOUNCY_CASTLE), bytes, passphrase);
        } catch (IOException e) {
            e.addSuppressed(jdk);
            throw new IllegalStateException(
                    "the key ring " + file + " is no PKCS#12 file, or the passphrase is not its own", e);
        }
    }

    private static KeyStore load(KeyStore store, byte[] bytes, char[] passphrase)
            throws GeneralSecurityException, IOException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            store.load(in, passphrase);
        }
        return store;
    }

    private static void add(Map<String, List<RingKey>> keys, KeyStore store, String entry, char[] passphrase)
            throws GeneralSecurityException {
        int at = entry.indexOf('@');
        String alias = (at < 0 ? entry : entry.substring(0, at)).toLowerCase(Locale.ROOT);
        String named = at < 0 ? "" : entry.substring(at + 1);
        Key key = store.getKey(entry, passphrase);
        Certificate certificate = store.getCertificate(entry);
        RingKey found;
        if (key instanceof SecretKey secret) {
            found = new RingKey(named.isEmpty() ? fingerprint(secret) : named, Instant.EPOCH, null, null, secret);
        } else if (certificate instanceof X509Certificate x509) {
            found = new RingKey(
                    named.isEmpty() ? fingerprint(x509) : named,
                    validFrom(x509),
                    key instanceof PrivateKey own ? own : null,
                    x509.getPublicKey(),
                    null);
        } else {
            throw new IllegalStateException("entry " + entry + " of the key ring has no certificate");
        }
        keys.computeIfAbsent(alias, none -> new ArrayList<>()).add(found);
    }

    /** The key to sign with, or to encrypt for: the latest that is valid already. */
    RingKey current(String alias, Clock clock) {
        Instant now = clock.instant();
        return all(alias).stream()
                .filter(key -> !key.validFrom().isAfter(now))
                .max(Comparator.comparing(RingKey::validFrom).thenComparing(RingKey::id))
                .orElseThrow(() -> new IllegalStateException("the key ring has no key '" + alias + "'"));
    }

    /** The key of this id. */
    Optional<RingKey> find(String alias, String id) {
        return all(alias).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** All keys of an alias. */
    List<RingKey> all(String alias) {
        return keys.getOrDefault(alias, List.of());
    }

    private static Instant validFrom(X509Certificate certificate) throws GeneralSecurityException {
        String time = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate.getEncoded())
                .getStartDate()
                .getTime();
        return LocalDateTime.parse(time.substring(0, 14), ASN1_TIME).toInstant(ZoneOffset.UTC);
    }

    private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return shortened(MessageDigest.getInstance("SHA-256")
                .digest(certificate.getPublicKey().getEncoded()));
    }

    /** A secret's id must not help to guess it: it is a MAC of a fixed text. */
    private static String fingerprint(SecretKey secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        return shortened(mac.doFinal("key id".getBytes(StandardCharsets.US_ASCII)));
    }

    private static String shortened(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}

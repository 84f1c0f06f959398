package io.jointlending.api.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The key that the calls of this process are signed with: {@code JL_APPLICATION_KEY}, or the first line of the file that
 * {@code JL_APPLICATION_KEY_FILE} names. A process that holds the platform's master key (a provider, or a tool on a development
 * platform: {@code JL_SECURITY_MASTER_KEY}) makes the key of its own application from that. Without any of them calls are sent
 * without a signature.
 */
public final class ApplicationKeys {
    private static final int MOST_APPLICATIONS = 64;

    private static volatile byte @Nullable [] masterKey = decode(System.getenv("JL_SECURITY_MASTER_KEY"));
    private static volatile @Nullable ApplicationKey given = fromEnvironment();
    private static final ConcurrentMap<String, ApplicationKey> DERIVED = new ConcurrentHashMap<>();

    private ApplicationKeys() {}

    /**
     * Calls of this process are signed with keys made from the master key; an empty text takes it away.
     *
     * @param base64 32 bytes
     */
    public static void useMasterKey(String base64) {
        masterKey = decode(base64);
        DERIVED.clear();
    }

    /** Calls of this process are signed with this key; null takes it away. */
    public static void use(@Nullable ApplicationKey key) {
        given = key;
    }

    /** Reads 32 bytes from base64; null for an empty text. IllegalArgumentException for anything else. */
    public static byte @Nullable [] decode(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            return null;
        }
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        ApplicationKey.derive(bytes, "check", 1, "*");
        return bytes;
    }

    static @Nullable ApplicationKey of(@Nullable String application) {
        ApplicationKey own = given;
        byte[] master = masterKey;
        if (own != null || master == null || application == null) {
            return own;
        }
        if (DERIVED.size() > MOST_APPLICATIONS) {
            DERIVED.clear();
        }
        return DERIVED.computeIfAbsent(application, name -> ApplicationKey.derive(master, name, 1, "*"));
    }

    private static @Nullable ApplicationKey fromEnvironment() {
        String key = System.getenv("JL_APPLICATION_KEY");
        String file = System.getenv("JL_APPLICATION_KEY_FILE");
        if (key != null && !key.isBlank()) {
            return ApplicationKey.parse(key);
        }
        if (file == null || file.isBlank()) {
            return null;
        }
        try {
            return ApplicationKey.parse(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read JL_APPLICATION_KEY_FILE " + file, e);
        }
    }
}

package io.jointlending.api.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
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

    private static final String MASTER_KEY = "JL_SECURITY_MASTER_KEY";
    private static final String KEY = "JL_APPLICATION_KEY";
    private static final String KEY_FILE = "JL_APPLICATION_KEY_FILE";
    private static final ConcurrentMap<String, ApplicationKey> DERIVED = new ConcurrentHashMap<>();

    private static volatile byte @Nullable [] masterKey;
    private static volatile @Nullable ApplicationKey given;
    private static volatile @Nullable String problem;

    static {
        readFrom(System.getenv());
    }

    private ApplicationKeys() {}

    /** What cannot be read fails every call that would be signed, with the name of the variable and not its value. */
    static void readFrom(Map<String, String> environment) {
        String read = MASTER_KEY;
        problem = null;
        given = null;
        DERIVED.clear();
        try {
            masterKey = decode(environment.get(MASTER_KEY));
            read = isBlank(environment.get(KEY)) ? KEY_FILE : KEY;
            given = given(environment);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            problem = read + ": " + e.getMessage();
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * Calls of this process are signed with keys made from the master key; an empty text takes it away.
     *
     * @param base64 32 bytes
     */
    public static void useMasterKey(String base64) {
        masterKey = decode(base64);
        problem = null;
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

    /** Null when calls are not signed; IllegalStateException when the environment has a key that cannot be read. */
    static @Nullable ApplicationKey of(@Nullable String application) {
        ApplicationKey own = given;
        byte[] master = masterKey;
        String wrong = problem;
        if (own == null && wrong != null) {
            throw new IllegalStateException("calls cannot be signed, " + wrong);
        }
        if (own != null || master == null || application == null) {
            return own;
        }
        if (DERIVED.size() > MOST_APPLICATIONS) {
            DERIVED.clear();
        }
        return DERIVED.computeIfAbsent(application, name -> ApplicationKey.derive(master, name, 1, "*"));
    }

    private static @Nullable ApplicationKey given(Map<String, String> environment) {
        String key = environment.get(KEY);
        if (key != null && !key.isBlank()) {
            return ApplicationKey.parse(key);
        }
        String file = environment.get(KEY_FILE);
        if (file == null || file.isBlank()) {
            return null;
        }
        try {
            return ApplicationKey.parse(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

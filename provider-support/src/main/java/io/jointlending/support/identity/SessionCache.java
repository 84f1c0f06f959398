package io.jointlending.support.identity;

import io.jointlending.support.cache.ChangeNotices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Persons of sessions, kept for five seconds and never longer, so that a revoked session ends everywhere within that time, and
 * at once where the notice arrives. What is not found is not kept.
 */
public final class SessionCache {
    /** Kind of the notice that drops a session; the key is the hash of its token, or {@link #ALL}. */
    public static final String NOTICE = "iam-session";
    /** Key of the notice that drops every session, after a change of roles. */
    public static final String ALL = "*";

    private static final long TTL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Held> held = new ConcurrentHashMap<>();

    /** A cache in front of these sessions. */
    public SessionCache(Sessions sessions, ChangeNotices notices) {
        this(sessions, notices, System::nanoTime);
    }

    SessionCache(Sessions sessions, ChangeNotices notices, LongSupplier nanoTime) {
        this.sessions = sessions;
        this.nanoTime = nanoTime;
        notices.onChange((kind, key) -> {
            if (kind.equals(NOTICE)) {
                drop(key);
            }
        });
    }

    /** The person of the session with this token. Codes: A0401, B0320. */
    public Person find(String token) {
        String hash = hash(token);
        Held known = held.get(hash);
        if (known != null && nanoTime.getAsLong() - known.since < TTL_NANOS) {
            return known.person;
        }
        held.remove(hash);
        long since = nanoTime.getAsLong();
        Person person = sessions.find(hash);
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(hash, new Held(person, since));
        return person;
    }

    /** Forgets one session, or all of them for {@link #ALL}. */
    public void drop(String tokenHash) {
        if (tokenHash.equals(ALL)) {
            held.clear();
        } else {
            held.remove(tokenHash);
        }
    }

    /** SHA-256 of a token, 64 hex digits: the only form in which it is stored or sent on. */
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Held(Person person, long since) {}
}

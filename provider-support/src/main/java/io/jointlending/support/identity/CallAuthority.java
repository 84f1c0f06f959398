package io.jointlending.support.identity;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.runtime.ApplicationKey;
import io.jointlending.api.runtime.CallSignature;
import io.jointlending.support.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides who calls and whether the caller may. Without a remote call: one HMAC for the application, a look into a cache of five
 * seconds for the person.
 */
public final class CallAuthority {
    private static final int MOST_KEYS = 1_000;
    private static final int LONGEST = 200;

    private final byte @Nullable [] masterKey;
    private final Set<String> refused;
    private final Duration freshness;
    private final boolean development;
    private final SessionCache sessions;
    private final Clock clock;
    /** Keys whose signature was right once, by public part. */
    private final ConcurrentMap<String, ApplicationKey> keys = new ConcurrentHashMap<>();

    /**
     * An authority.
     *
     * @param masterKey 32 bytes; null lets calls in without a signature, for development only
     * @param refused {@code name.version} of keys that are no longer good
     * @param freshness how far the time of a signature may be from ours
     * @param development true opens methods that need two persons to one, for tests and demonstrations
     */
    public CallAuthority(
            byte @Nullable [] masterKey,
            List<String> refused,
            Duration freshness,
            boolean development,
            SessionCache sessions,
            Clock clock) {
        if (masterKey == null && !development) {
            throw new IllegalArgumentException("jl.security.master-key is empty: calls would prove nothing");
        }
        this.masterKey = masterKey == null ? null : masterKey.clone();
        this.refused = Set.copyOf(refused);
        this.freshness = freshness;
        this.development = development;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The caller, once it is clear that it may call.
     *
     * <p>Codes: A0401 session, A0402 signature, A0406 not permitted, A0407 needs an approval, A0412 password, B0320 the session
     * cannot be checked.
     */
    public Caller admit(Call call) {
        return admit(application(call), call);
    }

    /**
     * The caller of a call from inside this process, which needs no signature, once it is clear that it may call. Codes: those of
     * {@link #admit} but A0402.
     */
    public Caller admitHere(String application, Call call) {
        return admit(new Caller(application, List.of("*"), null, null), call);
    }

    private Caller admit(Caller application, Call call) {
        MethodRule rule = MethodRule.of(call.contract(), call.method());
        if (rule == null) {
            throw new Refusal(ErrorCodes.NOT_PERMITTED, "The contract has no such method here.", null);
        }
        String token = call.proof().session();
        if (token == null || token.isEmpty()) {
            rule.checkApplication(application, development);
            return application;
        }
        Person person = sessions.find(token);
        rule.checkPerson(person, RequestFacts.of(call.request()), development);
        return new Caller(application.application(), application.scopes(), person, SessionCache.hash(token));
    }

    private Caller application(Call call) {
        Call.Proof proof = call.proof();
        byte[] master = masterKey;
        if (master == null) {
            return new Caller(proof.statedApplication(), List.of("*"), null, null);
        }
        String publicPart = proof.application();
        String time = proof.time();
        String signature = proof.signature();
        if (publicPart == null || time == null || signature == null || publicPart.length() > LONGEST) {
            throw refusal("is not signed; give the application its key in JL_APPLICATION_KEY");
        }
        checkTime(time);
        ApplicationKey key = key(master, publicPart);
        CallSignature.Target target = CallSignature.Target.of(call.contract().getName(), call.group(), call.method());
        if (!CallSignature.matches(signature, key, target, time, proof.session(), call.arguments())) {
            throw refusal("has a wrong signature: another key, or a request that was changed on its way");
        }
        if (keys.size() < MOST_KEYS) {
            keys.putIfAbsent(publicPart, key);
        }
        return new Caller(key.application(), key.scopes(), null, null);
    }

    private ApplicationKey key(byte[] master, String publicPart) {
        ApplicationKey key = keys.get(publicPart);
        if (key == null) {
            try {
                key = ApplicationKey.derive(master, publicPart);
            } catch (IllegalArgumentException e) {
                throw refusal("names a malformed application key");
            }
        }
        if (refused.contains(key.application() + '.' + key.version())) {
            throw refusal("is signed with a key that was withdrawn");
        }
        return key;
    }

    private void checkTime(String time) {
        long apart;
        try {
            apart = Math.abs(Math.subtractExact(clock.millis(), Long.parseLong(time)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw refusal("has no readable time");
        }
        if (apart > freshness.toMillis()) {
            throw refusal("was signed " + apart / 1000 + " s from now, more than " + freshness.toSeconds()
                    + " s; compare the clocks");
        }
    }

    private static Refusal refusal(String why) {
        return new Refusal(ErrorCodes.SIGNATURE_INVALID, "The call " + why + ".", null);
    }
}

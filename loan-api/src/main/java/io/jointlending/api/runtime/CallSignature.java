package io.jointlending.api.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The signature of one call: HMAC-SHA256 of the application's key over interface, group, method, time, session and the request.
 * Without the session in it, somebody on the wire could take the session away and make a person's call the application's own.
 */
public final class CallSignature {
    /** Attachment: name, version and scopes of the application. */
    public static final String APPLICATION = "jl-app";
    /** Attachment: when the call was signed, milliseconds since 1970. */
    public static final String TIME = "jl-time";
    /** Attachment: the signature, base64 for URLs. */
    public static final String SIGNATURE = "jl-sign";
    /** Attachment: token of the session that the call is made for, if any. */
    public static final String SESSION = "jl-session";

    private CallSignature() {}

    /**
     * Signs a call.
     *
     * @param target interface, group and method
     * @param time milliseconds since 1970, as it is sent
     * @param session token, or null
     * @param arguments of the method
     */
    public static String sign(
            ApplicationKey key, Target target, String time, @Nullable String session, @Nullable Object[] arguments) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, target, time, session, arguments));
    }

    /** True for the signature that {@link #sign} makes; compares in constant time. */
    public static boolean matches(
            String signature,
            ApplicationKey key,
            Target target,
            String time,
            @Nullable String session,
            @Nullable Object[] arguments) {
        byte[] expected = sign(key, target, time, session, arguments).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(
            ApplicationKey key, Target target, String time, @Nullable String session, @Nullable Object[] arguments) {
        Mac mac = key.mac();
        String head = String.join(
                "\n",
                "1",
                key.publicPart(),
                target.contract(),
                target.group(),
                target.method(),
                time,
                session == null ? "" : session,
                "");
        mac.update(head.getBytes(StandardCharsets.UTF_8));
        mac.update(CanonicalRequest.bytes(arguments));
        return mac.doFinal();
    }

    /**
     * What is called.
     *
     * @param contract full name of the interface
     * @param group Dubbo group, empty for none
     * @param method name
     */
    public record Target(String contract, String group, String method) {
        /** A target; a missing group is empty. */
        public static Target of(String contract, @Nullable String group, String method) {
            return new Target(contract, group == null ? "" : group, method);
        }
    }
}

package io.jointlending.api.runtime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an application proves itself with. The key is made from the platform's master key, the name, a version and the scopes,
 * so that a provider can make it again and needs no table; and nobody can widen the scopes of a key without another key.
 * Written down it is {@code name.version.scopes.key}, such as {@code cashier.1.loan+repayment.<43 characters>}.
 */
public final class ApplicationKey {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,31}");
    private static final Pattern SCOPES = Pattern.compile("\\*|[a-z]{1,24}(\\+[a-z]{1,24}){0,15}");
    private static final int KEY_BYTES = 32;
    private static final int PARTS = 4;
    private static final String ALGORITHM = "HmacSHA256";

    private final String application;
    private final int version;
    private final String scopes;
    private final byte[] secret;

    private ApplicationKey(String application, int version, String scopes, byte[] secret) {
        if (!NAME.matcher(application).matches()
                || version < 1
                || !SCOPES.matcher(scopes).matches()) {
            throw new IllegalArgumentException("not an application key: name, version or scopes are malformed");
        }
        this.application = application;
        this.version = version;
        this.scopes = scopes;
        this.secret = secret;
    }

    /**
     * The key that belongs to this name, version and these scopes.
     *
     * @param masterKey 32 bytes that only the providers have
     * @param scopes packages of contracts that it may call, such as {@code loan+repayment}; {@code *} is all
     * @throws IllegalArgumentException for a malformed name or scope, or a master key of another length
     */
    public static ApplicationKey derive(byte[] masterKey, String application, int version, String scopes) {
        if (masterKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("the master key has " + masterKey.length + " bytes, not " + KEY_BYTES);
        }
        ApplicationKey unkeyed = new ApplicationKey(application, version, scopes, new byte[0]);
        Mac mac = mac(masterKey);
        mac.update(("joint-lending-application-key\n" + unkeyed.publicPart()).getBytes(StandardCharsets.US_ASCII));
        return new ApplicationKey(application, version, scopes, mac.doFinal());
    }

    /** Reads the written form. IllegalArgumentException, which does not repeat the text, when it is malformed. */
    public static ApplicationKey parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not an application key: name.version.scopes.key is expected");
        }
        byte[] secret;
        try {
            secret = Base64.getUrlDecoder().decode(parts[3]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an application key: its last part is not base64", e);
        }
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("not an application key: " + secret.length + " bytes");
        }
        return new ApplicationKey(parts[0], version(parts[1]), parts[2], secret);
    }

    /** The key to a public part that came with a call. IllegalArgumentException when it is malformed. */
    public static ApplicationKey derive(byte[] masterKey, String publicPart) {
        String[] parts = publicPart.split("\\.", -1);
        if (parts.length != PARTS - 1) {
            throw new IllegalArgumentException("not the public part of an application key");
        }
        return derive(masterKey, parts[0], version(parts[1]), parts[2]);
    }

    private static int version(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("not an application key: its version is malformed");
        }
        return Integer.parseInt(text);
    }

    /** Name of the application. */
    public String application() {
        return application;
    }

    /** Counts from 1; a key is exchanged by giving out the next version and refusing the old one. */
    public int version() {
        return version;
    }

    /** Packages of contracts that it may call; {@code *} is all. */
    public List<String> scopes() {
        return Arrays.asList(scopes.split("\\+"));
    }

    /** {@code name.version.scopes}: what travels with a call. */
    public String publicPart() {
        return application + '.' + version + '.' + scopes;
    }

    /** The written form, a secret: for the environment of the application and nothing else. */
    public String secretForm() {
        return publicPart() + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** A MAC with this key, ready for use. */
    Mac mac() {
        return mac(secret);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return publicPart();
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}

package io.jointlending.channel.iam;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes of passwords: PBKDF2-HMAC-SHA256 with a salt and a count of rounds in each row, so that the count can be raised. Few are
 * computed at a time, so that guessing does not take the processors away from lending.
 */
public final class Passwords {
    /** Rounds that are usual in 2026. */
    public static final int USUAL_ROUNDS = 600_000;

    /** Enough for a random password that nobody chose. */
    static final int LEAST_ROUNDS = 10_000;

    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int AT_A_TIME = 2;
    private static final int LETTERS = 20;
    /** No letter looks like another one. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int SHORTEST = 12;

    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore running = new Semaphore(AT_A_TIME);
    /** What a name that nobody has is compared with, so that it takes as long as one that somebody has. */
    private final Stored nobody;

    /** @param rounds for new hashes; IllegalArgumentException below 10000 */
    public Passwords(int rounds) {
        if (rounds < LEAST_ROUNDS) {
            throw new IllegalArgumentException("jl.iam.password-rounds is " + rounds + ", at least " + LEAST_ROUNDS);
        }
        this.rounds = rounds;
        this.nobody = hash(random(LETTERS));
    }

    /**
     * A hash as it is stored.
     *
     * @param hash base64
     * @param salt base64
     * @param rounds iterations
     */
    record Stored(String hash, String salt, int rounds) {
        @Override
        public String toString() {
            return "Stored[rounds=" + rounds + "]";
        }
    }

    Stored hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Stored(
                Base64.getEncoder().encodeToString(derive(password, salt, rounds)),
                Base64.getEncoder().encodeToString(salt),
                rounds);
    }

    /** B0210 when too many are being compared. */
    boolean matches(String password, Stored stored) {
        if (!running.tryAcquire()) {
            throw new Refusal(ErrorCodes.BUSY, null);
        }
        try {
            byte[] derived = derive(password, Base64.getDecoder().decode(stored.salt), stored.rounds);
            return MessageDigest.isEqual(derived, Base64.getDecoder().decode(stored.hash));
        } finally {
            running.release();
        }
    }

    /** Takes as long as {@link #matches} and is false. */
    boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    boolean outdated(Stored stored) {
        return stored.rounds < rounds;
    }

    /** A password to be told once: 20 letters and digits, 116 bits. */
    String oneTime() {
        return random(LETTERS);
    }

    /** 32 random bytes for a session, base64 for URLs. */
    String token() {
        byte[] token = new byte[32];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** A0413 for a password that is short, all of one letter, or the login name. */
    static void checkStrength(String password, String loginName) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal(ErrorCodes.PASSWORD_WEAK, "newPassword has less than 12 characters", "newPassword");
        }
        if (password.chars().distinct().count() < SHORTEST / 2) {
            throw new Refusal(ErrorCodes.PASSWORD_WEAK, "newPassword repeats few characters", "newPassword");
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(loginName.toLowerCase(java.util.Locale.ROOT))) {
            throw new Refusal(ErrorCodes.PASSWORD_WEAK, "newPassword contains the login name", "newPassword");
        }
    }

    private String random(int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}

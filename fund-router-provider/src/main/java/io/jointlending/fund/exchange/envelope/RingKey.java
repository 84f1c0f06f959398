package io.jointlending.fund.exchange.envelope;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A key of the ring.
 *
 * @param id under which messages name it
 * @param validFrom of two keys under one alias the later one is used to sign and to encrypt
 * @param privateKey of an own key pair
 * @param publicKey of a key pair, own or of a peer
 * @param secret shared with the institution
 */
record RingKey(
        String id,
        Instant validFrom,
        @Nullable PrivateKey privateKey,
        @Nullable PublicKey publicKey,
        @Nullable SecretKey secret) {
    PrivateKey privateKeyOrThrow() {
        if (privateKey == null) {
            throw new IllegalStateException("key " + id + " of the key ring is no private key");
        }
        return privateKey;
    }

    PublicKey publicKeyOrThrow() {
        if (publicKey == null) {
            throw new IllegalStateException("key " + id + " of the key ring has no public key");
        }
        return publicKey;
    }

    SecretKey secretOrThrow() {
        if (secret == null) {
            throw new IllegalStateException("key " + id + " of the key ring is no secret");
        }
        return secret;
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "key " + id;
    }
}

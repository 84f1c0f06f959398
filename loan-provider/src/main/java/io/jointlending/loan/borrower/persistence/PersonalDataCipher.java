package io.jointlending.loan.borrower.persistence;

import io.jointlending.loan.borrower.domain.Identity;
import io.jointlending.support.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts identities with AES-256-GCM and makes the blind index of ID numbers. A cipher text is bound to its borrower
 * number: copied to another row it does not open. Exceptions carry no fact and no key.
 */
public final class PersonalDataCipher {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PersonalDataKeys keys;
    private final SecureRandom random = new SecureRandom();

    public PersonalDataCipher(PersonalDataKeys keys) {
        this.keys = keys;
    }

    /**
     * An encrypted identity.
     *
     * @param keyId which key made it
     * @param bytes IV of 12 bytes, then the cipher text with its tag
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and the database driver wants an array
    record Encrypted(String keyId, byte[] bytes) {}

    Encrypted encrypt(String borrowerNo, Identity identity) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.currentKeyId(), borrowerNo, iv, Json.bytes(identity));
        return new Encrypted(
                keys.currentKeyId(),
                ByteBuffer.allocate(IV_BYTES + sealed.length)
                        .put(iv)
                        .put(sealed)
                        .array());
    }

    Identity decrypt(String borrowerNo, Encrypted encrypted) {
        ByteBuffer buffer = ByteBuffer.wrap(encrypted.bytes());
        byte[] iv = new byte[IV_BYTES];
        buffer.get(iv);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return Json.read(crypt(Cipher.DECRYPT_MODE, encrypted.keyId(), borrowerNo, iv, sealed), Identity.class);
    }

    /** The same ID number always gives the same 64 hex characters; without the index key they tell nothing. */
    String blindIndex(String idNumber) {
        return keyedHash(idNumber);
    }

    /** The same four facts always give the same 64 hex characters; without the index key they tell nothing. */
    String fingerprint(Identity identity) {
        // JSON separates the facts, so that no two identities run together
        return keyedHash("identity" + Json.write(identity));
    }

    private String keyedHash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.indexKey());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this JDK", e);
        }
    }

    private byte[] crypt(int mode, String keyId, String borrowerNo, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.key(keyId), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(borrowerNo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "personal data of borrower " + borrowerNo + " does not open with the key " + keyId, e);
        }
    }
}

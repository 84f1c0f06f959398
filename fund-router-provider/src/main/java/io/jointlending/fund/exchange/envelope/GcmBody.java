package io.jointlending.fund.exchange.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** GCM with a new key and a new start value for each message: 12 bytes of start value, then the text with its tag. */
final class GcmBody {
    private static final int START = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GcmBody() {}

    /** As many random bytes. */
    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] encrypt(Cipher cipher, String algorithm, byte[] key, byte[] plain) throws GeneralSecurityException {
        byte[] start = random(START);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, algorithm), new GCMParameterSpec(TAG_BITS, start));
        byte[] text = cipher.doFinal(plain);
        return ByteBuffer.allocate(START + text.length).put(start).put(text).array();
    }

    static byte[] decrypt(Cipher cipher, String algorithm, byte[] key, byte[] body) throws GeneralSecurityException {
        if (body.length < START + TAG_BITS / 8) {
            throw new GeneralSecurityException("the body is too short");
        }
        cipher.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), new GCMParameterSpec(TAG_BITS, body, 0, START));
        return cipher.doFinal(body, START, body.length - START);
    }
}

package io.jointlending.fund.exchange.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** AES-256-GCM for the body, RSA-OAEP with SHA-256 for its key, SHA256withRSA for the signature. */
final class AesRsaSuite implements Suite {
    private static final int AES_BYTES = 32;
    private static final int MIN_RSA_BITS = 2048;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    @Override
    public String name() {
        return "AES_RSA";
    }

    @Override
    public boolean encrypts() {
        return true;
    }

    @Override
    public Body protect(byte[] plain, RingKey receiver) throws GeneralSecurityException {
        byte[] key = GcmBody.random(AES_BYTES);
        Cipher rsa = rsa(Cipher.ENCRYPT_MODE, receiver.publicKeyOrThrow());
        return new Body(rsa.doFinal(key), GcmBody.encrypt(aes(), "AES", key, plain));
    }

    @Override
    public byte[] unprotect(Body body, RingKey receiver) throws GeneralSecurityException {
        byte[] key = rsa(Cipher.DECRYPT_MODE, receiver.privateKeyOrThrow()).doFinal(body.key());
        if (key.length != AES_BYTES) {
            throw new InvalidKeyException("the key of the message has " + key.length + " bytes");
        }
        return GcmBody.decrypt(aes(), "AES", key, body.body());
    }

    @Override
    public byte[] sign(byte[] content, RingKey own) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(own.privateKeyOrThrow());
        signature.update(content);
        return signature.sign();
    }

    @Override
    public boolean verify(byte[] content, byte[] signed, RingKey peer) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(peer.publicKeyOrThrow());
        signature.update(content);
        return signature.verify(signed);
    }

    private static Cipher rsa(int mode, Key key) throws GeneralSecurityException {
        if (!(key instanceof RSAKey rsa) || rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new InvalidKeyException("the suite AES_RSA needs an RSA key of " + MIN_RSA_BITS + " bits or more");
        }
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(mode, key, OAEP);
        return cipher;
    }

    private static Cipher aes() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }
}

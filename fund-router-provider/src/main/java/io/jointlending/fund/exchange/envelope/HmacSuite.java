package io.jointlending.fund.exchange.envelope;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** A shared secret signs; nothing is encrypted beyond TLS. */
final class HmacSuite implements Suite {
    private static final byte[] NONE = {};
    private final boolean sm3;

    HmacSuite(boolean sm3) {
        this.sm3 = sm3;
    }

    @Override
    public String name() {
        return sm3 ? "HMAC_SM3" : "HMAC";
    }

    @Override
    public boolean encrypts() {
        return false;
    }

    @Override
    public Body protect(byte[] plain, RingKey receiver) {
        return new Body(NONE, plain);
    }

    @Override
    public byte[] unprotect(Body body, RingKey receiver) {
        return body.body();
    }

    @Override
    public byte[] sign(byte[] content, RingKey own) throws GeneralSecurityException {
        if (sm3) {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(own.secretOrThrow().getEncoded()));
            mac.update(content, 0, content.length);
            byte[] digest = new byte[mac.getMacSize()];
            mac.doFinal(digest, 0);
            return digest;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(own.secretOrThrow());
        return mac.doFinal(content);
    }

    @Override
    public boolean verify(byte[] content, byte[] signature, RingKey peer) throws GeneralSecurityException {
        return MessageDigest.isEqual(sign(content, peer), signature);
    }
}

package io.jointlending.fund.exchange.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SignatureException;
import javax.crypto.Cipher;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/** The commercial suite (国密): SM4-GCM for the body, SM2 for its key, SM3withSM2 for the signature. */
final class SmSuite implements Suite {
    private static final int SM4_BYTES = 16;
    private final SM2Engine.Mode order;
    private final DSAEncoding encoding;

    /**
     * @param order C1C3C2 (the standard of 2012) or C1C2C3 (before)
     * @param raw whether a signature is r and s side by side instead of DER
     */
    SmSuite(SM2Engine.Mode order, boolean raw) {
        this.order = order;
        this.encoding = raw ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE;
    }

    @Override
    public String name() {
        return "SM";
    }

    @Override
    public boolean encrypts() {
        return true;
    }

    @Override
    public Body protect(byte[] plain, RingKey receiver) throws GeneralSecurityException {
        byte[] key = GcmBody.random(SM4_BYTES);
        SM2Engine sm2 = new SM2Engine(new SM3Digest(), order);
        sm2.init(true, new ParametersWithRandom(ECUtil.generatePublicKeyParameter(receiver.publicKeyOrThrow())));
        return new Body(process(sm2, key), GcmBody.encrypt(sm4(), "SM4", key, plain));
    }

    @Override
    public byte[] unprotect(Body body, RingKey receiver) throws GeneralSecurityException {
        SM2Engine sm2 = new SM2Engine(new SM3Digest(), order);
        sm2.init(false, ECUtil.generatePrivateKeyParameter(receiver.privateKeyOrThrow()));
        byte[] key = process(sm2, body.key());
        if (key.length != SM4_BYTES) {
            throw new InvalidKeyException("the key of the message has " + key.length + " bytes");
        }
        return GcmBody.decrypt(sm4(), "SM4", key, body.body());
    }

    @Override
    public byte[] sign(byte[] content, RingKey own) throws GeneralSecurityException {
        SM2Signer signer = new SM2Signer(encoding, new SM3Digest());
        signer.init(true, new ParametersWithRandom(ECUtil.generatePrivateKeyParameter(own.privateKeyOrThrow())));
        signer.update(content, 0, content.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new SignatureException("the message cannot be signed", e);
        }
    }

    @Override
    public boolean verify(byte[] content, byte[] signature, RingKey peer) throws GeneralSecurityException {
        SM2Signer signer = new SM2Signer(encoding, new SM3Digest());
        signer.init(false, ECUtil.generatePublicKeyParameter(peer.publicKeyOrThrow()));
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }

    /** The engine takes what it is given for well formed: a point off the curve, or half a text, ends in these. */
    private static byte[] process(SM2Engine engine, byte[] input) throws GeneralSecurityException {
        try {
            return engine.processBlock(input, 0, input.length);
        } catch (InvalidCipherTextException
                | IllegalArgumentException
                | ArithmeticException
                | ArrayIndexOutOfBoundsException
                | NegativeArraySizeException e) {
            throw new GeneralSecurityException("the key of the message cannot be opened", e);
        }
    }

    private static Cipher sm4() throws GeneralSecurityException {
        return Cipher.getInstance("SM4/GCM/NoPadding", KeyRing.BOUNCY_CASTLE);
    }
}

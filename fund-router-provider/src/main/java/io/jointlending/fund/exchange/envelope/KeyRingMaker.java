package io.jointlending.fund.exchange.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Makes key rings for development, tests and first contact with an institution: key pairs with self-signed certificates. */
public final class KeyRingMaker {
    private static final Duration VALID = Duration.ofDays(3650);
    private static final DateTimeFormatter ASN1_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private KeyRingMaker() {}

    /**
     * A key pair.
     *
     * @param privateKey kept by its owner
     * @param certificate given to the other side
     */
    public record Pair(PrivateKey privateKey, X509Certificate certificate) {}

    /** An SM2 key pair, valid from this moment. */
    public static Pair sm2(String name, Instant validFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", KeyRing.BOUNCY_CASTLE);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
            return pair(generator.generateKeyPair(), "SM3withSM2", algorithm, name, validFrom);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no SM2 key pair for " + name, e);
        }
    }

    /** An RSA key pair of 2048 bits, valid from this moment. */
    public static Pair rsa(String name, Instant validFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption);
            return pair(generator.generateKeyPair(), "SHA256withRSA", algorithm, name, validFrom);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no RSA key pair for " + name, e);
        }
    }

    /**
     * Writes a ring of key pairs, readable by its owner only.
     *
     * @param own pairs by alias
     * @param peers certificates of the other side by alias
     */
    public static void write(Path file, char[] passphrase, Map<String, Pair> own, Map<String, Pair> peers) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", KeyRing.BOUNCY_CASTLE);
            store.load(null, null);
            for (Map.Entry<String, Pair> entry : own.entrySet()) {
                Certificate[] chain = {entry.getValue().certificate()};
                store.setKeyEntry(entry.getKey(), entry.getValue().privateKey(), passphrase, chain);
            }
            for (Map.Entry<String, Pair> entry : peers.entrySet()) {
                store.setCertificateEntry(entry.getKey(), entry.getValue().certificate());
            }
            store(store, file, passphrase);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key ring " + file + " cannot be written", e);
        }
    }

    /** Writes a ring of shared secrets by alias, readable by its owner only. */
    public static void writeSecrets(Path file, char[] passphrase, Map<String, byte[]> secrets) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            KeyStore.PasswordProtection protection = new KeyStore.PasswordProtection(passphrase);
            for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
                SecretKeySpec key = new SecretKeySpec(secret.getValue(), "HmacSHA256");
                store.setEntry(secret.getKey(), new KeyStore.SecretKeyEntry(key), protection);
            }
            store(store, file, passphrase);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key ring " + file + " cannot be written", e);
        }
    }

    /** A random secret of 256 bits. */
    public static byte[] secret() {
        return GcmBody.random(32);
    }

    private static void store(KeyStore store, Path file, char[] passphrase)
            throws GeneralSecurityException, IOException {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            throw new UncheckedIOException(new IOException("this file system cannot keep a key ring private", e));
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            store.store(out, passphrase);
        }
    }

    private static Pair pair(
            KeyPair keys, String signature, AlgorithmIdentifier algorithm, String name, Instant validFrom)
            throws GeneralSecurityException, IOException {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        X500Name subject = new X500Name("CN=" + name);
        generator.setSerialNumber(new ASN1Integer(1));
        generator.setSignature(algorithm);
        generator.setIssuer(subject);
        generator.setSubject(subject);
        generator.setStartDate(time(validFrom));
        generator.setEndDate(time(validFrom.plus(VALID)));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        TBSCertificate unsigned = generator.generateTBSCertificate();
        Signature signer = Signature.getInstance(signature, KeyRing.BOUNCY_CASTLE);
        signer.initSign(keys.getPrivate());
        signer.update(unsigned.getEncoded());
        ASN1EncodableVector certificate = new ASN1EncodableVector();
        certificate.add(unsigned);
        certificate.add(algorithm);
        certificate.add(new DERBitString(signer.sign()));
        byte[] encoded = new DERSequence(certificate).getEncoded();
        CertificateFactory factory = CertificateFactory.getInstance("X.509", KeyRing.BOUNCY_CASTLE);
        return new Pair(
                keys.getPrivate(), (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
    }

    private static Time time(Instant instant) {
        return new Time(new DERGeneralizedTime(ASN1_TIME.format(instant)));
    }
}

package io.jointlending.fund.exchange.envelope;

import java.security.GeneralSecurityException;

/** The algorithms of one kind of envelope. */
interface Suite {
    /** Name in a channel definition. */
    String name();

    /**
     * A protected body.
     *
     * @param key the key of this one message, sealed for the receiver; empty where there is none
     * @param body the body, encrypted where the suite encrypts
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] key, byte[] body) {}

    /** Whether the receiver's key is needed to seal. */
    boolean encrypts();

    /** Protects a body for a receiver. */
    Body protect(byte[] plain, RingKey receiver) throws GeneralSecurityException;

    /** Takes the protection off, with the key of the receiver. */
    byte[] unprotect(Body body, RingKey receiver) throws GeneralSecurityException;

    /** Signs with the own key. */
    byte[] sign(byte[] content, RingKey own) throws GeneralSecurityException;

    /** Whether a signature fits, in a time that does not depend on how it fails. */
    boolean verify(byte[] content, byte[] signature, RingKey peer) throws GeneralSecurityException;
}

package io.jointlending.fund.exchange.envelope;

import io.jointlending.fund.exchange.codec.BadMessage;
import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The envelope of every suite: the message, encoded and protected, stands as one base64 text in an outer message of the same
 * codec, beside time, number used once, key id and signature. Signed is all of it, and what kind of message it is.
 */
final class SignedEnvelope implements Envelope {
    /** How far the clocks of both sides may be apart, travel included. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern TIME = Pattern.compile("[0-9]{13}");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int NONCE_BYTES = 18;

    private final Codec codec;
    private final Suite suite;
    private final Places places;
    private final KeyRing keys;
    private final String own;
    private final String peer;
    private final Clock clock;

    SignedEnvelope(Codec codec, Suite suite, Places places, KeyRing keys, String own, String peer, Clock clock) {
        this.codec = codec;
        this.suite = suite;
        this.places = places;
        this.keys = keys;
        this.own = own;
        this.peer = peer;
        this.clock = clock;
    }

    @Override
    public String freshNonce() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(GcmBody.random(NONCE_BYTES));
    }

    @Override
    public Sealed seal(Tree message, Kind kind, String nonce) {
        RingKey signer = keys.current(own, clock);
        RingKey receiver = suite.encrypts() ? keys.current(peer, clock) : signer;
        try {
            Suite.Body body = suite.protect(codec.encode(message), receiver);
            Parts parts = new Parts(
                    signer.id(),
                    String.valueOf(clock.millis()),
                    nonce,
                    Base64.getEncoder().encodeToString(body.key()),
                    Base64.getEncoder().encodeToString(body.body()));
            String sign = Base64.getEncoder().encodeToString(suite.sign(parts.signed(suite, kind), signer));
            return new Sealed(codec.encode(parts.into(places, sign)), nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("suite " + suite.name() + " cannot seal with " + signer, e);
        }
    }

    @Override
    public Opened open(byte[] bytes, Kind kind) {
        Tree outer;
        try {
            outer = codec.decode(bytes);
        } catch (BadMessage e) {
            throw new NotAuthentic(NotAuthentic.Why.FORM, "the outer message cannot be read: " + e.getMessage(), e);
        }
        Parts parts = Parts.of(places, outer);
        require(NONCE.matcher(parts.nonce()).matches(), NotAuthentic.Why.FORM, "the number used once is none");
        require(TIME.matcher(parts.time()).matches(), NotAuthentic.Why.FORM, "the time is none");
        require(KEY_ID.matcher(parts.keyId()).matches(), NotAuthentic.Why.FORM, "the key id is none");
        long apart = Math.abs(clock.millis() - Long.parseLong(parts.time()));
        require(apart <= WINDOW.toMillis(), NotAuthentic.Why.STALE, "the message is older or newer than " + WINDOW);
        RingKey signer = keys.find(peer, parts.keyId())
                .orElseThrow(() -> new NotAuthentic(
                        NotAuthentic.Why.KEY, "no key " + parts.keyId() + " of " + peer + " in the key ring"));
        byte[] sign = base64(Places.take(outer, places.sign()));
        require(verified(parts, kind, sign, signer), NotAuthentic.Why.SIGNATURE, "the signature does not fit");
        return new Opened(codec.decode(unprotected(parts)), parts.nonce());
    }

    private boolean verified(Parts parts, Kind kind, byte[] sign, RingKey signer) {
        try {
            return suite.verify(parts.signed(suite, kind), sign, signer);
        } catch (GeneralSecurityException e) {
            throw new NotAuthentic(NotAuthentic.Why.SIGNATURE, "the signature cannot be read", e);
        }
    }

    /** While an own key is replaced, the institution may still encrypt for the one before. */
    private byte[] unprotected(Parts parts) {
        Suite.Body body = new Suite.Body(base64(parts.key()), base64(parts.body()));
        List<RingKey> receivers = keys.all(own);
        NotAuthentic failure = new NotAuthentic(NotAuthentic.Why.KEY, "no key " + own + " in the key ring");
        for (RingKey receiver : receivers) {
            try {
                return suite.unprotect(body, receiver);
            } catch (GeneralSecurityException e) {
                failure = new NotAuthentic(NotAuthentic.Why.SIGNATURE, "the body cannot be opened", e);
            }
        }
        throw failure;
    }

    /** Only the one way to write these bytes is taken: the decoder ignores bits behind the last byte, which nobody signed. */
    private static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            String written = Base64.getEncoder().encodeToString(bytes);
            require(
                    written.equals(text) || written.replace("=", "").equals(text),
                    NotAuthentic.Why.FORM,
                    "a part of the envelope is no base64 as written by an encoder");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new NotAuthentic(NotAuthentic.Why.FORM, "a part of the envelope is no base64", e);
        }
    }

    private static void require(boolean holds, NotAuthentic.Why why, String what) {
        if (!holds) {
            throw new NotAuthentic(why, what);
        }
    }

    /** The parts that are signed. */
    private record Parts(String keyId, String time, String nonce, String key, String body) {
        static Parts of(Places places, Tree outer) {
            return new Parts(
                    Places.take(outer, places.keyId()),
                    Places.take(outer, places.time()),
                    Places.take(outer, places.nonce()),
                    Places.find(outer, places.key()).orElse(""),
                    Places.take(outer, places.body()));
        }

        /** No part can hold a line end: two different messages never give the same bytes. */
        byte[] signed(Suite suite, Kind kind) {
            return String.join("\n", suite.name(), kind.name(), keyId, time, nonce, key, body)
                    .getBytes(StandardCharsets.UTF_8);
        }

        Tree.Fields into(Places places, String sign) {
            Tree.Fields outer = Places.put(Tree.Fields.empty(), places.keyId(), keyId);
            outer = Places.put(outer, places.time(), time);
            outer = Places.put(outer, places.nonce(), nonce);
            outer = key.isEmpty() ? outer : Places.put(outer, places.key(), key);
            outer = Places.put(outer, places.sign(), sign);
            return Places.put(outer, places.body(), body);
        }
    }
}

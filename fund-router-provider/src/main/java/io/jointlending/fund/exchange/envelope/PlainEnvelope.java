package io.jointlending.fund.exchange.envelope;

import io.jointlending.fund.exchange.codec.Codec;
import io.jointlending.fund.flow.domain.tree.Tree;

/** Nothing is sealed. For tests only; {@link Envelopes} refuses it in production. */
final class PlainEnvelope implements Envelope {
    private final Codec codec;

    PlainEnvelope(Codec codec) {
        this.codec = codec;
    }

    @Override
    public String freshNonce() {
        return "";
    }

    @Override
    public Sealed seal(Tree message, Kind kind, String nonce) {
        return new Sealed(codec.encode(message), "");
    }

    @Override
    public Opened open(byte[] bytes, Kind kind) {
        return new Opened(codec.decode(bytes), "");
    }
}

package io.jointlending.fund.exchange.envelope;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the parts of an envelope stand in the outer message. Time, number used once and key stand beside the signature. */
record Places(Pointer sign, Pointer body, Pointer keyId, Pointer time, Pointer nonce, Pointer key) {
    static Places of(ChannelDefinition.Envelope envelope) {
        Pointer sign = pointer(envelope.sign(), "/sign");
        String beside = sign.text().substring(0, sign.text().lastIndexOf('/') + 1);
        return new Places(
                sign,
                pointer(envelope.body(), "/body"),
                pointer(envelope.keyId(), "/keyId"),
                new Pointer(beside + "timestamp"),
                new Pointer(beside + "nonce"),
                new Pointer(beside + "key"));
    }

    private static Pointer pointer(@Nullable String text, String otherwise) {
        return new Pointer(text == null ? otherwise : text);
    }

    /** The message with a text at this place. */
    static Tree.Fields put(Tree.Fields message, Pointer at, String text) {
        List<String> names = Arrays.stream(at.text().substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
        return put(message, names, new Tree.Text(text));
    }

    private static Tree.Fields put(Tree.Fields message, List<String> names, Tree value) {
        String name = names.get(0);
        if (names.size() == 1) {
            return message.with(name, value);
        }
        Tree inner = message.fields().get(name);
        Tree.Fields fields = inner instanceof Tree.Fields some ? some : Tree.Fields.empty();
        return message.with(name, put(fields, names.subList(1, names.size()), value));
    }

    /** The text at this place. */
    static String take(Tree message, Pointer at) {
        return find(message, at)
                .orElseThrow(() -> new NotAuthentic(NotAuthentic.Why.FORM, "there is no text at " + at));
    }

    /** The text at this place, if any. */
    static Optional<String> find(Tree message, Pointer at) {
        return at.in(message).filter(Tree.Text.class::isInstance).map(text -> ((Tree.Text) text).value());
    }
}

package io.jointlending.fund.exchange.codec;

import io.jointlending.fund.flow.domain.tree.Tree;

/** Writes a tree as the text of an institution and reads it back. Reading is strict and bounded: what is odd is refused. */
public interface Codec {
    /** Levels of a message at most. */
    int MAX_DEPTH = 64;

    /** Values of a message at most. */
    int MAX_VALUES = 200_000;

    /** Content type of the text. */
    String contentType();

    /**
     * The text of a tree.
     *
     * @throws BadMessage if this form cannot carry the tree
     */
    byte[] encode(Tree tree);

    /**
     * The tree of a text.
     *
     * @throws BadMessage if it is not strictly of this form, or beyond the bounds
     */
    Tree decode(byte[] text);

    /**
     * The codec of a channel definition.
     *
     * @param name json, xml or form
     */
    static Codec named(String name) {
        return switch (name) {
            case "json" -> new JsonCodec();
            case "xml" -> new XmlCodec();
            case "form" -> new FormCodec();
            default -> throw new IllegalArgumentException("no codec '" + name + "'");
        };
    }
}

package io.jointlending.fund.flow.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The complete definitions of two fictional banks that ship, as they stand in this jar. */
public final class ShippedTexts {
    /** Names of their channels. */
    public static final List<String> CHANNELS = List.of("first-bank", "second-bank");

    /** What each of them is asked for: the second part of the names of its flows. */
    public static final List<String> BEHAVIOURS =
            List.of("loan", "credit", "query", "repayment", "cancel", "statement");

    private ShippedTexts() {}

    /** How a channel is reached. */
    public static String channel(String channel) {
        return text(channel + ".channel");
    }

    /** A flow of a channel. */
    public static String flow(String channel, String behaviour) {
        return text(channel + "." + behaviour);
    }

    private static String text(String name) {
        try (InputStream in = ShippedTexts.class.getResourceAsStream("/flows/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no definition " + name + " ships");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the definition " + name + " cannot be read", e);
        }
    }
}

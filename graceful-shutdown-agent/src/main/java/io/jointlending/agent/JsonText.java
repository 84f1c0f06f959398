package io.jointlending.agent;

import java.util.List;
import java.util.Locale;

/** JSON without a library. */
final class JsonText {
    private JsonText() {}

    /** An object of keys and values in turn; strings are quoted, everything else stands as it is written. */
    static String object(Object... keysAndValues) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(quote(String.valueOf(keysAndValues[i])))
                    .append(':');
            Object value = keysAndValues[i + 1];
            text.append(value instanceof String ? quote((String) value) : String.valueOf(value));
        }
        return text.append('}').toString();
    }

    /** A list of texts that are JSON already, to be used as a value of {@link #object}. */
    static StringBuilder array(List<String> elements) {
        return new StringBuilder("[").append(String.join(",", elements)).append(']');
    }

    private static String quote(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}

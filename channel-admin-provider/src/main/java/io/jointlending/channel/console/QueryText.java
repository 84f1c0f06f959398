package io.jointlending.channel.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The part of an address behind the question mark. */
final class QueryText {
    private QueryText() {}

    /** Its fields; those without a value are left out. A0400 when it is malformed or names a field twice. */
    static ObjectNode read(@Nullable String raw) {
        ObjectNode fields = ConsoleRequest.nothing();
        if (raw == null || raw.isEmpty()) {
            return fields;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw refused("is malformed");
            }
            String name = decoded(pair.substring(0, equals));
            String value = decoded(pair.substring(equals + 1));
            if (fields.has(name)) {
                throw refused("names a field twice");
            }
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("is malformed");
        }
    }

    private static Refusal refused(String why) {
        return new Refusal(ErrorCodes.INVALID_REQUEST, "the query " + why, "query");
    }
}

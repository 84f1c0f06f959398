package io.jointlending.channel.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the browser sent.
 *
 * @param path values of the places in the path
 * @param fields of the query or of the body
 * @param operator login name of the session, or null before the login
 */
record ConsoleRequest(Map<String, String> path, ObjectNode fields, @Nullable String operator) {
    private static final String OPERATOR = "operator";
    private static final ObjectMapper STRICT = Json.mapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The fields, and what the path says, as a request of a contract. Who asks is filled in here. A0400 for an unknown field. */
    <T> T as(Class<T> type) {
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        if (fields.has(OPERATOR)) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "operator is whoever is logged in", OPERATOR);
        }
        ObjectNode all = fields.deepCopy();
        path.forEach((name, value) -> {
            if (components.contains(name)) {
                all.put(name, value);
            }
        });
        if (operator != null && components.contains(OPERATOR)) {
            all.put(OPERATOR, operator);
        }
        try {
            return STRICT.treeToValue(all, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /** A value of the path. */
    String place(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no place " + name);
        }
        return value;
    }

    /** An object from the text of a body. A0400 when it is none. */
    static ObjectNode read(byte[] body) {
        try {
            if (STRICT.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (java.io.IOException e) {
            throw new Refusal(ErrorCodes.INVALID_REQUEST, "the body is not JSON", "body");
        }
        throw new Refusal(ErrorCodes.INVALID_REQUEST, "the body is not a JSON object", "body");
    }

    /** An empty object to put fields into. */
    static ObjectNode nothing() {
        return STRICT.createObjectNode();
    }

    private static Refusal unreadable(JsonProcessingException failure) {
        // without the value, which may be anything
        String message =
                String.valueOf(failure.getOriginalMessage()).lines().findFirst().orElse("");
        int more = message.indexOf(" (");
        return new Refusal(
                ErrorCodes.INVALID_REQUEST,
                message.startsWith("Unrecognized field") && more > 0
                        ? message.substring(0, more)
                        : "a field has a wrong type",
                "body");
    }
}

package io.jointlending.channel.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import io.jointlending.support.rpc.RequestCheck;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Payloads as JSON, read strictly: an unknown field is refused, so nothing can be smuggled in, and who acts and under which number
 * is filled in here and never taken from the outside.
 */
final class Payloads {
    private static final String REQUEST_NO = "requestNo";
    private static final String OPERATOR = "operator";
    private static final String APPROVER = "approver";
    private static final String FIELD = "payload";

    private final ObjectMapper strict = Json.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final RequestCheck constraints = new RequestCheck();

    /** The payload in the form in which it is stored. A0400 for anything but an object without the fields that are filled in. */
    String accepted(String json) {
        return object(json).toString();
    }

    /** The payload as the record of its action. A0400 names the field and the rule. */
    <P> P read(String json, Class<P> type, By by) {
        P payload = parse(complete(json, type, by), type);
        constraints.check(payload);
        return payload;
    }

    /** The payload with the fields that are filled in. */
    String complete(String json, Class<?> type, By by) {
        ObjectNode object = object(json);
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        if (components.contains(REQUEST_NO)) {
            object.put(REQUEST_NO, by.requestNo);
        }
        if (components.contains(OPERATOR)) {
            object.put(OPERATOR, by.maker);
        }
        if (components.contains(APPROVER)) {
            object.put(APPROVER, by.checker);
        }
        return object.toString();
    }

    /**
     * What is filled in.
     *
     * @param requestNo number of the command
     * @param maker who proposed it
     * @param checker who approved it; before that a name that nobody has
     */
    record By(String requestNo, String maker, String checker) {
        /** For a look at a proposal that nobody has approved. */
        static By proposed(String maker) {
            return new By("approval-0", maker, "nobody-yet");
        }
    }

    private ObjectNode object(String json) {
        JsonNode node;
        try {
            node = strict.readTree(json);
        } catch (JsonProcessingException e) {
            throw refused("is not JSON");
        }
        if (!(node instanceof ObjectNode object)) {
            throw refused("is not a JSON object");
        }
        if (object.has(REQUEST_NO) || object.has(OPERATOR) || object.has(APPROVER)) {
            throw refused("must not say requestNo, operator or approver: they are filled in");
        }
        return object;
    }

    private <P> P parse(String json, Class<P> type) {
        try {
            return strict.readValue(json, type);
        } catch (JsonProcessingException e) {
            // without the value, which may be anything
            String message =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            int quoted = message.indexOf(" (");
            throw refused("does not fit " + type.getSimpleName() + ": "
                    + (quoted > 0 ? message.substring(0, quoted) : "see the fields of that record"));
        }
    }

    private static Refusal refused(String why) {
        return new Refusal(ErrorCodes.INVALID_REQUEST, FIELD + " " + why, FIELD);
    }
}

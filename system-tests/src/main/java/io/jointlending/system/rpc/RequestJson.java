package io.jointlending.system.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/** JSON of requests and answers: strict when reading, because a misspelled field must not be dropped silently. */
final class RequestJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RequestJson() {}

    static <T> T read(String json, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            throw new UsageError("unknown field " + path(e) + "; "
                    + fieldsOf(e.getReferringClass() == null ? type : e.getReferringClass()));
        } catch (InvalidFormatException e) {
            throw new UsageError("field " + path(e) + ": '" + e.getValue() + "' is not a "
                    + e.getTargetType().getSimpleName());
        } catch (JsonMappingException e) {
            String path = path(e);
            throw new UsageError((path.isEmpty() ? "request" : "field " + path) + ": " + e.getOriginalMessage() + "\n"
                    + fieldsOf(type));
        } catch (JsonProcessingException e) {
            throw new UsageError("not JSON, line " + e.getLocation().getLineNr() + " column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
        if (value == null) {
            throw new UsageError("the request is null; " + fieldsOf(type));
        }
        return value;
    }

    static String write(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsString(value);
    }

    /** Without line ends, for scripts. */
    static String writeLine(Object value) throws JsonProcessingException {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String fieldsOf(Class<?> type) {
        if (!type.isRecord()) {
            return "expected " + type.getSimpleName();
        }
        return type.getSimpleName() + " has "
                + Arrays.stream(type.getRecordComponents())
                        .map(RequestJson::describe)
                        .collect(Collectors.joining(", "));
    }

    private static String describe(RecordComponent component) {
        return component.getName() + " (" + component.getType().getSimpleName() + ")";
    }
}

package io.jointlending.support.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one JSON dialect of messages and stored answers: {@code java.time} as ISO text, {@code BigDecimal} plain, nulls
 * written, unknown properties ignored because contracts grow.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS) // an empty record is a legal request
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** The mapper itself, for frameworks that want one. A copy: changing it changes nothing here. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    /** As text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /** As UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /** From text; UncheckedIOException when it is not JSON of this type. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return notNull(MAPPER.readValue(json, type), type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    /** From UTF-8; UncheckedIOException when it is not JSON of this type. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return notNull(MAPPER.readValue(json, type), type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    private static <T> T notNull(T value, Class<T> type) throws IOException {
        if (value == null) {
            throw new IOException("null where a " + type.getSimpleName() + " should be");
        }
        return value;
    }

    private static UncheckedIOException unreadable(Class<?> type, IOException cause) {
        return new UncheckedIOException("not readable as " + type.getName(), cause);
    }
}

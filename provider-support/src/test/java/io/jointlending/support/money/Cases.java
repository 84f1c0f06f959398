package io.jointlending.support.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the case files of {@code cases/money}. */
final class Cases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cases() {}

    /** The cases of one file. */
    static Stream<JsonNode> of(String file) {
        try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream("/cases/money/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Cases::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON array of whole numbers. */
    static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::longValue)
                .toArray();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}

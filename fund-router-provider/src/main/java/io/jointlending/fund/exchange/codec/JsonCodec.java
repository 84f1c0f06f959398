package io.jointlending.fund.exchange.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON: a field that stands twice is refused, numbers are exact decimals. */
public final class JsonCodec implements Codec {
    private static final int MAX_DIGITS = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(16 * 1024 * 1024)
                    .build())
            .build();

    @Override
    public String contentType() {
        return "application/json; charset=utf-8";
    }

    @Override
    public byte[] encode(Tree tree) {
        return Utf8.write(write(tree));
    }

    @Override
    public Tree decode(byte[] text) {
        return read(Utf8.read(text));
    }

    /** A tree as one line of JSON. */
    public static String write(Tree tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        return text.toString();
    }

    /**
     * The tree of a JSON text.
     *
     * @throws BadMessage if it is not JSON, or not strictly
     */
    public static Tree read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BadMessage("the message is empty");
            }
            Tree tree = new Reading(parser).value();
            if (parser.nextToken() != null) {
                throw new BadMessage("something follows the message");
            }
            return tree;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new BadMessage("no strict JSON: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private static void write(JsonGenerator out, Tree tree) throws IOException {
        if (tree instanceof Tree.Fields some) {
            out.writeStartObject();
            for (Map.Entry<String, Tree> field : some.fields().entrySet()) {
                out.writeFieldName(field.getKey());
                write(out, field.getValue());
            }
            out.writeEndObject();
        } else if (tree instanceof Tree.Items some) {
            out.writeStartArray();
            for (Tree item : some.items()) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (tree instanceof Tree.Text text) {
            out.writeString(text.value());
        } else if (tree instanceof Tree.Numeral number) {
            out.writeNumber(number.value());
        } else if (tree instanceof Tree.Flag flag) {
            out.writeBoolean(flag.value());
        } else {
            out.writeNull();
        }
    }

    /** One pass over a message. */
    private static final class Reading {
        private final JsonParser parser;
        private int values;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Tree value() throws IOException {
            if (++values > MAX_VALUES) {
                throw new BadMessage("the message holds more than " + MAX_VALUES + " values");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> fields();
                case START_ARRAY -> items();
                case VALUE_STRING -> new Tree.Text(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
                case VALUE_TRUE -> new Tree.Flag(true);
                case VALUE_FALSE -> new Tree.Flag(false);
                case VALUE_NULL -> new Tree.Nil();
                default -> throw new BadMessage("no strict JSON: unexpected end");
            };
        }

        private Tree fields() throws IOException {
            Map<String, Tree> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value());
            }
            return new Tree.Fields(fields);
        }

        private Tree items() throws IOException {
            List<Tree> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new Tree.Items(items);
        }

        /** An exponent of a few signs can stand for a gigabyte of digits. */
        private Tree number() throws IOException {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw new BadMessage("a number has more than " + MAX_DIGITS + " digits");
            }
            return new Tree.Numeral(number);
        }
    }
}

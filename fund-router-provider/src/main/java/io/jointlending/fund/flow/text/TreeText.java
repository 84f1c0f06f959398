package io.jointlending.fund.flow.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees as JSON of our own tables: what is read is what was written, numbers with their scale. */
public final class TreeText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private TreeText() {}

    /** As JSON. */
    public static String write(Tree tree) {
        return node(tree).toString();
    }

    /** The object of a text. */
    public static Tree.Fields readFields(String text) {
        Tree tree = read(text);
        if (tree instanceof Tree.Fields fields) {
            return fields;
        }
        throw new IllegalStateException("stored JSON is no object");
    }

    /** The tree of a text. */
    public static Tree read(String text) {
        try {
            return tree(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }

    private static JsonNode node(Tree tree) {
        if (tree instanceof Tree.Fields some) {
            ObjectNode node = NODES.objectNode();
            some.fields().forEach((name, value) -> node.set(name, node(value)));
            return node;
        }
        if (tree instanceof Tree.Items some) {
            ArrayNode node = NODES.arrayNode();
            some.items().forEach(item -> node.add(node(item)));
            return node;
        }
        if (tree instanceof Tree.Numeral number) {
            return number.value().scale() <= 0
                    ? NODES.numberNode(number.value().toBigIntegerExact())
                    : NODES.numberNode(number.value());
        }
        if (tree instanceof Tree.Flag flag) {
            return NODES.booleanNode(flag.value());
        }
        return tree instanceof Tree.Text text ? NODES.textNode(text.value()) : NODES.nullNode();
    }

    private static Tree tree(JsonNode node) {
        if (node instanceof ObjectNode some) {
            Map<String, Tree> fields = new LinkedHashMap<>();
            some.properties().forEach(field -> fields.put(field.getKey(), tree(field.getValue())));
            return new Tree.Fields(fields);
        }
        if (node instanceof ArrayNode some) {
            List<Tree> items = new ArrayList<>();
            some.forEach(item -> items.add(tree(item)));
            return new Tree.Items(items);
        }
        if (node.isNumber()) {
            return new Tree.Numeral(node.decimalValue());
        }
        if (node.isBoolean()) {
            return new Tree.Flag(node.booleanValue());
        }
        return node.isNull() ? new Tree.Nil() : new Tree.Text(node.textValue());
    }
}

package io.jointlending.fund.flow.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads YAML or JSON into a tree with line numbers, and refuses what YAML would silently make something else of: duplicate
 * keys, octal and grouped numbers, yes and no, anchors, tags, several documents.
 */
public final class SourceReader {
    /** Bytes of a definition at most. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_SCALAR = 4_000;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?");
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH * 5)
            .maxStringLength(MAX_BYTES)
            .build();
    private static final YAMLFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();

    private final JsonParser parser;
    private final Findings findings;
    private final Map<Place, Integer> lines = new HashMap<>();

    private SourceReader(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /** The tree of a text; empty if it cannot be read at all, which is then the only finding. */
    public static Optional<SourceText> read(String text, Findings findings) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            findings.add(Rule.LIMIT, Place.of(), "the text is longer than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        boolean json = text.stripLeading().startsWith("{");
        try (JsonParser parser = (json ? JSON : YAML).createParser(text)) {
            SourceReader reader = new SourceReader(parser, findings);
            parser.nextToken();
            Tree tree = reader.value(Place.of(), 1);
            reader.refuse(json ? Map.of() : YamlTricks.in(text));
            if (parser.nextToken() != null) {
                findings.add(Rule.SYNTAX, Place.of(), "the text holds more than one document");
            }
            return Optional.of(new SourceText(tree, reader.lines));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("no text");
            findings.add(Rule.SYNTAX, Place.of(), "cannot be read, line " + line + ": " + why);
            return Optional.empty();
        } catch (TooDeep e) {
            findings.add(Rule.LIMIT, Place.of(), "the text is more than " + MAX_DEPTH + " levels deep");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private Tree value(Place place, int depth) throws IOException {
        lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
        JsonToken token = parser.currentToken();
        if (token == null) {
            findings.add(Rule.SYNTAX, place, "the text is empty");
            return new Tree.Nil();
        }
        if (token.isStructStart() && depth > MAX_DEPTH) {
            throw new TooDeep();
        }
        return switch (token) {
            case START_OBJECT -> fields(place, depth);
            case START_ARRAY -> items(place, depth);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE, VALUE_FALSE -> flag(place);
            case VALUE_NULL -> new Tree.Nil();
            default -> text(place);
        };
    }

    private Tree fields(Place place, int depth) throws IOException {
        Map<String, Tree> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Place here = place.at(name);
            int line = parser.currentTokenLocation().getLineNr();
            if (fields.containsKey(name)) {
                findings.add(Rule.SYNTAX, here, "duplicate field '" + name + "' in line " + line);
            }
            lines.putIfAbsent(here, line);
            parser.nextToken();
            fields.put(name, value(here, depth + 1));
        }
        return new Tree.Fields(fields);
    }

    private Tree items(Place place, int depth) throws IOException {
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(place.at(items.size()), depth + 1));
        }
        return new Tree.Items(items);
    }

    private Tree number(Place place) throws IOException {
        String raw = parser.getText();
        if (!PLAIN_NUMBER.matcher(raw).matches()) {
            findings.add(
                    Rule.SYNTAX,
                    place,
                    "'" + raw + "' is a number in another notation: write it plainly, or in quotes");
            return new Tree.Text(raw);
        }
        return new Tree.Numeral(new BigDecimal(raw));
    }

    private Tree flag(Place place) throws IOException {
        String raw = parser.getText();
        boolean value = parser.currentToken() == JsonToken.VALUE_TRUE;
        findings.require(
                raw.equals(String.valueOf(value)),
                Rule.SYNTAX,
                place,
                "'" + raw + "' is read as " + value + ": write " + value + ", or the word in quotes");
        return new Tree.Flag(value);
    }

    private Tree text(Place place) throws IOException {
        String text = parser.getText();
        findings.require(
                text.length() <= MAX_SCALAR, Rule.LIMIT, place, "a text is longer than " + MAX_SCALAR + " characters");
        return new Tree.Text(text);
    }

    private void refuse(Map<Integer, String> tricks) {
        tricks.forEach((line, message) -> findings.add(Rule.SYNTAX, placeIn(line), message));
    }

    /** The innermost place that is written in a line. */
    private Place placeIn(int line) {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue() == line)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(place -> place.path().size()))
                .orElse(Place.of());
    }

    /** Deeper than a definition can be. */
    private static final class TooDeep extends RuntimeException {
        TooDeep() {
            super("too deep", null, false, false);
        }
    }
}

package io.jointlending.channel.admin;

import static io.jointlending.api.channel.ConfigurationDifferenceView.ADD;
import static io.jointlending.api.channel.ConfigurationDifferenceView.CHANGE;
import static io.jointlending.api.channel.ConfigurationDifferenceView.FIXED;
import static io.jointlending.api.channel.ConfigurationDifferenceView.ONLY_HERE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.jointlending.api.channel.ConfigurationDifferenceView;
import io.jointlending.api.channel.ConfigurationFileView;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A document against the configuration here, field by field, by content: an order of entries, zeros behind a point and versions
 * make no difference.
 */
final class ConfigurationComparison {
    private static final ObjectMapper MAPPER = Json.mapper();

    private final List<ConfigurationDifferenceView> differences = new ArrayList<>();
    private final ConfigurationFileView toImport;

    /** Refuses with A0400 a document that names an entry twice. */
    ConfigurationComparison(ConfigurationFileView here, ConfigurationFileView there) {
        this.toImport = new ConfigurationFileView(
                there.format(),
                there.formatVersion(),
                compare(ConfigurationKind.INSTITUTION, here, there),
                compare(ConfigurationKind.SCHEME, here, there),
                compare(ConfigurationKind.PRODUCT, here, there),
                compare(ConfigurationKind.FUND_CHANNEL, here, there));
    }

    List<ConfigurationDifferenceView> differences() {
        return List.copyOf(differences);
    }

    /** What an import adds or changes. */
    List<ConfigurationDifferenceView> applicable() {
        return differences.stream()
                .filter(one -> one.change().equals(ADD) || one.change().equals(CHANGE))
                .toList();
    }

    /** The first thing that is different and cannot be changed. */
    Optional<ConfigurationDifferenceView> fixed() {
        return differences.stream().filter(one -> one.change().equals(FIXED)).findFirst();
    }

    /** Of the document the entries that would be added or changed. */
    ConfigurationFileView toImport() {
        return toImport;
    }

    /** The entries that are not here, or not so; canonical. */
    private <E> List<E> compare(ConfigurationKind<E> kind, ConfigurationFileView here, ConfigurationFileView there) {
        Map<String, E> stored = byCode(kind, here);
        Map<String, E> wanted = byCode(kind, there);
        List<E> different = new ArrayList<>();
        Set<String> codes = new TreeSet<>(stored.keySet());
        codes.addAll(wanted.keySet());
        for (String code : codes) {
            E mine = stored.get(code);
            E theirs = wanted.get(code);
            if (theirs == null) {
                add(kind, code, ONLY_HERE, null, tree(mine), null);
            } else if (mine == null) {
                add(kind, code, ADD, null, null, tree(theirs));
                different.add(theirs);
            } else {
                int before = differences.size();
                fields(kind, code, "", tree(mine), tree(theirs));
                if (differences.size() > before) {
                    different.add(theirs);
                }
            }
        }
        return different;
    }

    private static <E> Map<String, E> byCode(ConfigurationKind<E> kind, ConfigurationFileView document) {
        Map<String, E> entries = new TreeMap<>();
        for (E entry : kind.entries().apply(document)) {
            if (entries.put(kind.code().apply(entry), kind.canonical().apply(entry)) != null) {
                String field = "file." + kind.section();
                throw new Refusal(
                        ErrorCodes.INVALID_REQUEST,
                        field + " must not have " + kind.code().apply(entry) + " twice",
                        field);
            }
        }
        return entries;
    }

    private void fields(ConfigurationKind<?> kind, String code, String path, JsonNode here, JsonNode there) {
        boolean sameNumber =
                here.isNumber() && there.isNumber() && here.decimalValue().compareTo(there.decimalValue()) == 0;
        if (sameNumber || here.equals(there)) {
            return;
        }
        if (here.isObject() && there.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            here.fieldNames().forEachRemaining(names::add);
            there.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                fields(kind, code, path.isEmpty() ? name : path + "." + name, value(here, name), value(there, name));
            }
        } else if (here.isArray() && there.isArray()) {
            for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
                fields(kind, code, path + "[" + i + "]", value(here, i), value(there, i));
            }
        } else {
            String root = path.split("[.\\[]", 2)[0];
            add(kind, code, kind.changeable().test(root) ? CHANGE : FIXED, path, here, there);
        }
    }

    private static JsonNode value(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    private static JsonNode value(JsonNode array, int index) {
        JsonNode value = array.get(index);
        return value == null ? MissingNode.getInstance() : value;
    }

    private void add(
            ConfigurationKind<?> kind,
            String code,
            String change,
            @Nullable String field,
            @Nullable JsonNode here,
            @Nullable JsonNode there) {
        differences.add(new ConfigurationDifferenceView(kind.name(), code, change, field, text(here), text(there)));
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isMissingNode() ? null : value.toString();
    }

    private static JsonNode tree(@Nullable Object entry) {
        return MAPPER.valueToTree(entry);
    }
}

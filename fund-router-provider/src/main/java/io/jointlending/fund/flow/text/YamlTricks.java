package io.jointlending.fund.flow.text;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Finds what makes one part of a YAML text stand for another, or for a type: anchors, aliases and tags. */
final class YamlTricks {
    private YamlTricks() {}

    /** What stands in which line, from 1; the text is only cut into events, nothing is built of it. */
    static Map<Integer, String> in(String text) {
        Map<Integer, String> tricks = new TreeMap<>();
        try {
            for (Event event : new Yaml(new LoaderOptions()).parse(new StringReader(text))) {
                int line = event.getStartMark().getLine() + 1;
                if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                    tricks.put(line, "anchors are not allowed");
                } else if (tag(event) != null) {
                    tricks.put(line, "tags are not allowed");
                }
            }
        } catch (YAMLException e) {
            // The reader tells what is wrong with a text that is no YAML.
            return tricks;
        }
        return tricks;
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }
}

package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.Map;

/**
 * A text that was read.
 *
 * @param tree its values
 * @param lines line of each place, from 1
 */
public record SourceText(Tree tree, Map<Place, Integer> lines) {
    public SourceText {
        lines = Map.copyOf(lines);
    }

    /** The line of a place, or of the nearest place above it that is in the text. */
    public int line(Place place) {
        Place here = place;
        while (!here.path().isEmpty() && !lines.containsKey(here)) {
            here = here.above();
        }
        return lines.getOrDefault(here, 1);
    }
}

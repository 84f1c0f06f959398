package io.jointlending.fund.flow.domain.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, at most {@link #MAX}: a hostile file must not fill the memory with complaints. */
public final class Findings {
    /** Findings kept; later ones are only counted. */
    public static final int MAX = 200;

    private final List<Finding> found = new ArrayList<>();
    private int all;

    /** Adds one; the same finding is kept once. */
    public void add(Rule rule, Place place, String message) {
        Finding finding = new Finding(rule, place, message);
        all++;
        if (found.size() < MAX && !found.contains(finding)) {
            found.add(finding);
        }
    }

    /** Adds one unless the condition holds. */
    public void require(boolean holds, Rule rule, Place place, String message) {
        if (!holds) {
            add(rule, place, message);
        }
    }

    /** Findings so far, in the order they were found. */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return all == 0;
    }
}

package io.jointlending.fund.flow.domain.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a definition: the names and list positions that lead there.
 *
 * @param path empty for the whole file
 */
public record Place(List<String> path) {
    public Place {
        path = List.copyOf(path);
    }

    /** The place at these names. */
    public static Place of(String... path) {
        return new Place(List.of(path));
    }

    /** A place below this one. */
    public Place at(String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return new Place(longer);
    }

    /** An item of the list here. */
    public Place at(int index) {
        return at(String.valueOf(index));
    }

    /** The place above; the whole file is above itself. */
    public Place above() {
        return path.isEmpty() ? this : new Place(path.subList(0, path.size() - 1));
    }

    /** The step this is in; empty outside the steps. */
    public Optional<String> step() {
        return path.size() >= 2 && path.get(0).equals("steps") ? Optional.of(path.get(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return String.join("/", path);
    }
}

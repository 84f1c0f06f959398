package io.jointlending.channel.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The closed list of what can be asked over HTTP. */
final class Routes {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final List<Route> routes = new ArrayList<>();

    /** Reads something. */
    Routes get(String path, Endpoint endpoint) {
        return add("GET", path, true, endpoint);
    }

    /** Changes something. */
    Routes post(String path, Endpoint endpoint) {
        return add("POST", path, true, endpoint);
    }

    /** Changes something without a session: the login alone. */
    Routes open(String path, Endpoint endpoint) {
        return add("POST", path, false, endpoint);
    }

    private Routes add(String method, String path, boolean session, Endpoint endpoint) {
        List<String> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(path);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        String pattern = PLACE.matcher(path).replaceAll("([A-Za-z0-9._-]{1,64})");
        routes.add(new Route(method, path, Pattern.compile(pattern), List.copyOf(places), session, endpoint));
        return this;
    }

    /** The routes of a path, whatever the method. */
    List<Found> find(String path) {
        return routes.stream().flatMap(route -> route.match(path).stream()).toList();
    }

    /** Every route, for the documentation and the tests. */
    List<Route> all() {
        return List.copyOf(routes);
    }

    /**
     * One thing that can be asked.
     *
     * @param path as it is written down, with its places
     * @param session whether somebody has to be logged in
     */
    record Route(String method, String path, Pattern pattern, List<String> places, boolean session, Endpoint endpoint) {
        private Optional<Found> match(String asked) {
            Matcher matcher = pattern.matcher(asked);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < places.size(); i++) {
                values.put(places.get(i), matcher.group(i + 1));
            }
            return Optional.of(new Found(this, values));
        }
    }

    /** A route that fits a path, and what stands at its places. */
    record Found(Route route, Map<String, String> places) {}
}

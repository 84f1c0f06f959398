package io.jointlending.fund.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Callbacks of a channel that this instance refused since the last look: keys that differ, or somebody who tries. */
final class RefusedCallbacks implements Monitor {
    /** What a wrong clock or a changed key brings within a minute, and a single mistake does not. */
    private static final long FROM = 20;

    private final Supplier<Map<String, Long>> refused;
    private Map<String, Long> before = Map.of();

    /**
     * A monitor.
     *
     * @param refused by channel, since the instance started
     */
    RefusedCallbacks(Supplier<Map<String, Long>> refused) {
        this.refused = refused;
    }

    @Override
    public String code() {
        return "CALLBACK_REFUSED";
    }

    @Override
    public List<Finding> look() {
        Map<String, Long> now = Map.copyOf(refused.get());
        List<Finding> found = new ArrayList<>();
        now.forEach((channel, count) -> {
            long since = count - before.getOrDefault(channel, 0L);
            if (since >= FROM) {
                found.add(new Finding(
                        channel, since + " callbacks were refused since the last look; the log says why", since));
            }
        });
        before = now;
        return found;
    }
}

package io.jointlending.support.task;

import java.util.List;

/**
 * All background work of a provider, in the order in which it is paused: what starts work first, what sends the messages
 * of that work last.
 *
 * @param parts each of them, the relay at the end
 */
public record PausableWork(List<Pausable> parts) {
    /** A copy. */
    public PausableWork {
        parts = List.copyOf(parts);
    }

    /** Names of those that are not quiet, for whoever waits for it. */
    public List<String> busy() {
        return parts.stream().filter(part -> !part.quiet()).map(Pausable::name).toList();
    }
}

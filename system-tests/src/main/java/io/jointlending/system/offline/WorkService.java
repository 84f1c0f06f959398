package io.jointlending.system.offline;

/** What the small applications of the drill offer. */
public interface WorkService {
    /**
     * Works so long.
     *
     * @param millis time it takes
     * @return {@code instance receivedAt}: who did it, and when the request came, in ms
     */
    String work(int millis);
}

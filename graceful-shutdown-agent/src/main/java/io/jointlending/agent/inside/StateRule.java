package io.jointlending.agent.inside;

/** The one word for what an instance is. */
final class StateRule {
    private StateRule() {}

    /**
     * The state.
     *
     * @param offlineWished what the last command asked for
     * @param underWay true while a command or its completion is worked on
     * @param up registrations that Dubbo holds
     * @param gone true if the registries show none of what was taken down
     * @param drained true if nothing runs and nothing came for the quiet time
     */
    static String of(boolean offlineWished, boolean underWay, int up, boolean gone, boolean drained) {
        if (offlineWished) {
            if (up == 0 && gone) {
                return drained ? "DRAINED" : "OFFLINE";
            }
            return underWay ? "GOING_OFFLINE" : "PARTIAL";
        }
        if (underWay) {
            return "GOING_ONLINE";
        }
        return up > 0 ? "ONLINE" : "OFFLINE";
    }
}

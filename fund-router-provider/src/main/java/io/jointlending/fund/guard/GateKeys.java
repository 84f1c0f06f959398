package io.jointlending.fund.guard;

import java.util.List;

/**
 * The keys of one channel's gate; the part in braces puts both into one slot of a cluster.
 *
 * @param inFlight calls under way
 * @param arrival theoretical arrival time of the next call
 */
record GateKeys(String inFlight, String arrival) {
    static GateKeys of(String channel) {
        String tag = "fund:gate:{" + channel + "}";
        return new GateKeys(tag + ":inflight", tag + ":tat");
    }

    List<String> both() {
        return List.of(inFlight, arrival);
    }
}

package io.jointlending.agent.inside;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Providers that have come lately. Callers learn of them late: Dubbo holds back the news by up to 5 s where there were many.
 * A caller that knows nobody else fails when the old provider leaves before that. Only in ZooKeeper, by the age of the nodes.
 */
final class Newcomers {
    private final long settleMillis;
    /** By path of a node: several services ask for the same. */
    private final Map<String, Long> madeAt = new HashMap<>();
    /** The time there, by address of the registry. */
    private final Map<String, Long> clocks = new HashMap<>();

    Newcomers(long settleMillis) {
        this.settleMillis = settleMillis;
    }

    /** Tells the time of a registry, by a node that was made there just now. Otherwise it is taken to be the time here. */
    void clock(String registry, long nowMillis) {
        clocks.put(registry, nowMillis);
    }

    /** Those of the addresses that have come lately. */
    Set<String> among(Set<String> addresses, Registration registration) {
        RegistryDoor door = registration.door;
        Set<String> young = new LinkedHashSet<>();
        if (settleMillis == 0 || addresses.isEmpty() || !door.curator().isPresent()) {
            return young;
        }
        ZooKeeperNodes nodes = new ZooKeeperNodes(door.curator().get());
        long now = clocks.getOrDefault(door.address(), System.currentTimeMillis());
        Map<String, List<String>> paths = door.paths(registration.url());
        for (String address : addresses) {
            for (String path : paths.getOrDefault(address, Collections.emptyList())) {
                if (isYoung(madeAt.computeIfAbsent(path, nodes::madeAt), now, settleMillis)) {
                    young.add(address);
                }
            }
        }
        return young;
    }

    /** The rule itself; a node that was removed meanwhile (0) has not come. */
    static boolean isYoung(long madeAtMillis, long nowMillis, long settleMillis) {
        return madeAtMillis > 0 && nowMillis - madeAtMillis < settleMillis;
    }
}

package io.jointlending.agent.inside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether enough other providers of every service are left. In ZooKeeper an ephemeral node tells other agents who is about
 * to leave, so that two instances do not count on each other.
 */
final class Guard {
    static final String LEAVING = "/graceful-shutdown-agent/leaving";

    private final int minProviders;
    private final List<Claim> claims = new ArrayList<>();

    private static final class Claim {
        final WeakReference<Object> curator;
        final String path;

        Claim(Object curator, String path) {
            this.curator = new WeakReference<>(curator);
            this.path = path;
        }
    }

    /** The verdict over all services. */
    static final class Verdict {
        final List<Finding> findings = new ArrayList<>();
        final Set<String> errors = new LinkedHashSet<>();
        /** ZOOKEEPER where other agents are seen, LOCAL where not, UNCHECKED where a registry did not answer. */
        String mode = "ZOOKEEPER";

        /** True if it is refused only because others leave at this moment. */
        boolean contended() {
            return !enough() && findings.stream().allMatch(finding -> finding.enough() || finding.othersLeave());
        }

        /** True if it is refused only because others have come too lately. */
        boolean settling() {
            return !enough() && findings.stream().allMatch(Finding::enoughSoon);
        }

        boolean enough() {
            return findings.stream().allMatch(Finding::enough);
        }

        List<Map<String, Object>> shortOf() {
            List<Map<String, Object>> all = new ArrayList<>();
            for (Finding finding : findings) {
                if (!finding.enough()) {
                    all.add(finding.json());
                }
            }
            return all;
        }
    }

    Guard(int minProviders) {
        this.minProviders = minProviders;
    }

    /** The rule itself: those who neither are we nor leave. */
    static Set<String> left(Set<String> others, Collection<String> leaving) {
        Set<String> left = new LinkedHashSet<>(others);
        left.removeAll(leaving);
        return left;
    }

    /**
     * Judges; with {@code claim} it first tells others that this instance is leaving.
     *
     * @param settleMillis who is registered since less than that may not be known to all callers yet
     */
    Verdict judge(Census census, long settleMillis, boolean claim) {
        Verdict verdict = new Verdict();
        Reachability reachability = new Reachability();
        Newcomers newcomers = new Newcomers(settleMillis);
        Set<String> own = census.addresses();
        Map<String, Set<String>> leavingAt = new LinkedHashMap<>();
        for (List<Registration> same : asked(census).values()) {
            Registration registration = same.get(0);
            RegistryDoor door = registration.door;
            if (!door.connected()) {
                verdict.mode = "UNCHECKED";
                verdict.errors.add(
                        "registry " + door.address() + " is not connected: nobody looked for other providers");
                continue;
            }
            try {
                Set<String> leaving = leavingAt.computeIfAbsent(
                        door.address(), address -> claim(door, own, claim, verdict, newcomers));
                Set<String> others = registration.application.within(() -> door.others(registration.url(), own));
                Set<String> dead = reachability.deadAmong(others);
                Set<String> staying = left(left(others, dead), leaving);
                Finding finding = new Finding(registration.service, door.address(), others, dead);
                for (Registration level : same) {
                    finding.young.addAll(level.application.within(() -> newcomers.among(staying, level)));
                }
                finding.judge(staying, minProviders);
                if (!finding.enough()) {
                    finding.callers.addAll(registration.application.within(() -> door.callers(registration.url())));
                }
                verdict.findings.add(finding);
            } catch (Mirror.Failure e) {
                verdict.mode = "UNCHECKED";
                verdict.errors.add("guard of " + registration.service + ": " + e.getMessage());
            }
        }
        return verdict;
    }

    /** The registrations of each service at each registry address; the exact interface level first where both exist. */
    private static Map<String, List<Registration>> asked(Census census) {
        Map<String, List<Registration>> asked = new LinkedHashMap<>();
        for (Registration registration : census.up()) {
            String key = registration.service + " " + registration.door.address();
            List<Registration> same = asked.computeIfAbsent(key, none -> new ArrayList<>());
            same.add(registration.door.kind().equals(RegistryDoor.INTERFACE) ? 0 : same.size(), registration);
        }
        return asked;
    }

    /** Who else leaves, according to this registry. */
    private Set<String> claim(RegistryDoor door, Set<String> own, boolean claim, Verdict verdict, Newcomers newcomers) {
        if (!door.curator().isPresent()) {
            verdict.mode = "LOCAL";
            return new LinkedHashSet<>();
        }
        Object curator = door.curator().get();
        try {
            ZooKeeperNodes nodes = new ZooKeeperNodes(curator);
            for (String address : own) {
                if (claim) {
                    nodes.createEphemeral(LEAVING + "/" + address);
                    claims.add(new Claim(curator, LEAVING + "/" + address));
                    newcomers.clock(door.address(), nodes.madeAt(LEAVING + "/" + address));
                }
            }
            Set<String> leaving = new LinkedHashSet<>(nodes.children(LEAVING));
            leaving.removeAll(own);
            return leaving;
        } catch (Mirror.Failure e) {
            verdict.mode = "LOCAL";
            verdict.errors.add("cannot see who else is leaving: " + e.getMessage());
            return new LinkedHashSet<>();
        }
    }

    /** Takes the claims back: this instance is gone, or it stays. What cannot be removed ends with its session. */
    void release() {
        for (Claim claim : claims) {
            Object curator = claim.curator.get();
            if (curator != null) {
                release(curator, claim.path);
            }
        }
        claims.clear();
    }

    private static void release(Object curator, String path) {
        try {
            new ZooKeeperNodes(curator).delete(path);
        } catch (Mirror.Failure e) {
            return; // it is ephemeral
        }
    }

    boolean holdsClaims() {
        return !claims.isEmpty();
    }
}

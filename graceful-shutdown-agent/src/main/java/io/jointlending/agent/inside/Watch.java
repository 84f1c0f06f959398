package io.jointlending.agent.inside;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the instance what it shall be and keeps it so, round by round. Used by one thread only. */
final class Watch {
    private static final long MILLI = 1_000_000;
    private static final long READ_AGAIN_NANOS = 300 * MILLI;
    private static final long PAUSE_AGAIN_NANOS = 300 * MILLI;
    private static final long READ_SAFETY_NANOS = 5_000 * MILLI;

    private final DubboFinder finder;
    private final Guard guard;
    private final Keeper keeper = new Keeper();
    private final TrafficProbe probe = new TrafficProbe();
    private final Pausables pausables = new Pausables();
    private final QuietWatch quiet = new QuietWatch();
    private final Reporter reporter = new Reporter();

    private boolean offlineWished;
    private boolean pauseWished;
    private boolean outletsWished = true;
    private boolean restoring;
    private boolean gone;
    private long readBackAt;
    private long pauseAt;
    private long quietWishedMillis;
    private String probeName = "NONE";
    private long sweeps;
    private Map<String, Object> lastSweep = new LinkedHashMap<>();

    Watch(DubboFinder finder, Guard guard, boolean startOffline) {
        this.finder = finder;
        this.guard = guard;
        this.offlineWished = startOffline;
        this.pauseWished = startOffline;
    }

    boolean isOfflineWished() {
        return offlineWished;
    }

    boolean isRestoring() {
        return restoring;
    }

    /** True if the registries show none of what was taken down. */
    boolean isGone() {
        return offlineWished && gone;
    }

    int inFlight() {
        return quiet.inFlight();
    }

    /** From now on it shall be offline. */
    void leave(Request request, Census census, long now, Set<String> errors) {
        if (!offlineWished) {
            keeper.begin(census);
        }
        if (!offlineWished || !census.up().isEmpty()) {
            Mark.READ_ONLY.send(census, errors);
            quiet.restart(now, probe.look(census.applications).marker);
            gone = false;
        }
        offlineWished = true;
        restoring = false;
        pauseWished = request.pause;
        outletsWished = request.outlets;
        quietWishedMillis = request.quietMillis;
        readBackAt = now;
        pauseAt = now;
    }

    /** From now on it shall be online. */
    void comeBack(Census census, Set<String> errors) {
        Mark.WRITEABLE.send(census, errors);
        offlineWished = false;
        pauseWished = false;
        guard.release();
        restoring = keeper.remembersSomething() || pausables.anyPaused();
    }

    /**
     * One round while it shall be offline. Returns what was up and was taken down.
     *
     * @param commanded false if nobody asked for it just now: then something had come back by itself
     */
    List<String> keepOffline(Census before, boolean commanded, long now, Set<String> errors) {
        Census census = before;
        List<String> taken = keeper.takeDown(census, errors);
        if (!taken.isEmpty()) {
            if (!commanded) {
                sweeps++;
                lastSweep = JsonText.object("at", Instant.now().toString(), "services", taken);
            }
            census = Census.take(finder);
            gone = false;
            readBackAt = now;
        }
        if (now - readBackAt >= 0) {
            gone = keeper.shown(census, errors, true).isEmpty();
            readBackAt = now + (gone ? READ_SAFETY_NANOS : READ_AGAIN_NANOS);
            if (gone && guard.holdsClaims()) {
                guard.release();
            }
        }
        TrafficProbe.Sample sample = probe.look(census.applications);
        probeName = sample.probe;
        quiet.observe(now, sample.inFlight, sample.marker);
        if (pauseWished && now - pauseAt >= 0) {
            pausables.pause(outletsWished && isCalm(quietWishedMillis, now), errors);
            pauseAt = now + PAUSE_AGAIN_NANOS;
        }
        return taken;
    }

    /** One round while it shall be online again. Returns how many registrations were made. */
    int bringBack(Census before, Set<String> errors) {
        int brought = keeper.bringBack(before, errors);
        Census census = brought > 0 ? Census.take(finder) : before;
        if (keeper.missing(census, errors).isEmpty()) {
            pausables.resume(errors);
            if (!pausables.anyPaused()) {
                restoring = false;
                keeper.forget();
            }
        }
        return brought;
    }

    /** True if nothing runs, nothing came for so long, and everything that was paused has come to rest. */
    boolean isDrained(long quietMillis, long now, Set<String> errors) {
        return isCalm(quietMillis, now) && (!pauseWished || pausables.quiet(outletsWished, errors));
    }

    private boolean isCalm(long quietMillis, long now) {
        return gone && quiet.inFlight() == 0 && quiet.idleMillis(now) >= quietMillis;
    }

    String state(Census census, boolean busy, long now, Set<String> errors) {
        return StateRule.of(
                offlineWished,
                busy || restoring,
                census.up().size(),
                gone,
                offlineWished && isDrained(Math.max(1, quietWishedMillis), now, errors));
    }

    /** Everything that an answer says of the instance; asks the registries and the paused parts. */
    Map<String, Object> describe(Census census, boolean busy, long now, Set<String> errors) {
        Map<String, Object> body = brief(census, state(census, busy, now, errors));
        body.put("nodes", reporter.nodes(census, errors));
        int running = offlineWished ? quiet.inFlight() : probe.look(census.applications).inFlight;
        long idle = offlineWished ? quiet.idleMillis(now) : 0;
        body.put("traffic", JsonText.object("probe", probeName, "inFlight", running, "idleMillis", idle));
        body.put("pausables", pausables.json(errors));
        return body;
    }

    /** What can be said without asking anybody. */
    Map<String, Object> brief(Census census, String state) {
        Map<String, Object> body = JsonText.object("state", state, "desired", offlineWished ? "OFFLINE" : "ONLINE");
        body.put("instance", reporter.instance(census));
        body.put("registries", reporter.registries(census));
        body.put("sweeps", JsonText.object("count", sweeps, "last", lastSweep));
        return body;
    }
}

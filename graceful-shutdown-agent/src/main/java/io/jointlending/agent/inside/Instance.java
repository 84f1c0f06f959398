package io.jointlending.agent.inside;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What this instance shall be and is. Used by one thread only. */
final class Instance {
    private static final long MILLI = 1_000_000;
    private static final long CONTENTION_NANOS = 5_000 * MILLI;
    private static final long READ_AGAIN_NANOS = 300 * MILLI;
    private static final long PAUSE_AGAIN_NANOS = 300 * MILLI;
    private static final long READ_SAFETY_NANOS = 5_000 * MILLI;

    private final DubboFinder finder;
    private final Guard guard;
    private final Audit audit;
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
    private Set<String> errors = new LinkedHashSet<>();
    private Optional<Operation> operation = Optional.empty();
    private Map<String, Object> report = JsonText.object("state", "UNKNOWN");
    private long operations;

    Instance(DubboFinder finder, Guard guard, Audit audit, boolean startOffline) {
        this.finder = finder;
        this.guard = guard;
        this.audit = audit;
        this.offlineWished = startOffline;
        this.pauseWished = startOffline;
    }

    /** True if nothing has to be watched until the next command. */
    boolean isIdle() {
        return !offlineWished && !restoring && !operation.isPresent();
    }

    Map<String, Object> lastReport() {
        return report;
    }

    void failed(String problem) {
        errors.add(problem);
    }

    /** Takes a command; what cannot be answered at once is answered by a later {@link #tick}. */
    void accept(Control.Ask ask) {
        long now = System.nanoTime();
        errors = new LinkedHashSet<>();
        Request request = ask.request;
        Census census = Census.take(finder);
        errors.addAll(census.problems);
        if (census.registrations.isEmpty()) {
            String why = census.applications.isEmpty()
                    ? "this JVM has no Dubbo"
                    : "the Dubbo of this JVM has exported nothing to a registry";
            answer(ask, new Answer(ExitCode.NO_PROVIDER, JsonText.object("message", why, "errors", errors)));
        } else if (request.command.equals(Request.STATUS)) {
            answer(ask, new Answer(ExitCode.DONE, describe(census, true, now)));
        } else if (request.dryRun) {
            answer(ask, dryRun(request, census, now));
        } else if (operation.isPresent()) {
            join(ask, operation.get());
        } else {
            begin(ask, census, now);
        }
    }

    private static void answer(Control.Ask ask, Answer answer) {
        ask.answer.complete(answer.headed(ask.request.command));
    }

    private void join(Control.Ask ask, Operation running) {
        boolean same = running.request.command.equals(Request.ONLINE) == ask.request.command.equals(Request.ONLINE);
        if (!same) {
            answer(
                    ask,
                    new Answer(
                            ExitCode.BUSY,
                            JsonText.object("message", running.request.command + " is running", "opId", running.id)));
        } else {
            running.waiting.add(ask.answer);
        }
    }

    private Answer dryRun(Request request, Census census, long now) {
        Map<String, Object> body = describe(census, true, now);
        body.put("dryRun", true);
        if (request.command.equals(Request.ONLINE)) {
            return new Answer(ExitCode.DONE, body);
        }
        Guard.Verdict verdict = guard.judge(census, false);
        Set<String> wouldGo = new LinkedHashSet<>();
        census.up().forEach(registration -> wouldGo.add(registration.node()));
        body.put("wouldGo", wouldGo);
        body.put("guard", JsonText.object("mode", verdict.mode, "short", verdict.shortOf()));
        body.put("errors", verdict.errors);
        return new Answer(verdict.enough() || request.force ? ExitCode.DONE : ExitCode.REFUSED, body);
    }

    private void begin(Control.Ask ask, Census census, long now) {
        String before = state(census, now);
        String id = Long.toString(System.currentTimeMillis(), 36) + "-" + ++operations;
        if (ask.request.command.equals(Request.ONLINE)) {
            start(ask, new Operation(id, ask.request, Operation.Phase.RETURNING, before, now));
            sendMark(census, "writeable");
            offlineWished = false;
            pauseWished = false;
            guard.release();
            restoring = keeper.remembersSomething() || pausables.anyPaused();
        } else if (ask.request.command.equals(Request.WAIT)) {
            if (!offlineWished) {
                answer(
                        ask,
                        new Answer(
                                ExitCode.NOT_CONFIRMED,
                                JsonText.object("message", "not offline, nothing to wait for", "state", before)));
                return;
            }
            start(ask, new Operation(id, ask.request, Operation.Phase.LEAVING, before, now));
        } else {
            boolean free = ask.request.force || census.up().isEmpty();
            Operation begun = new Operation(id, ask.request, Operation.Phase.GUARD, before, now);
            start(ask, begun);
            if (free) {
                leave(begun, census, now);
            }
        }
    }

    private void start(Control.Ask ask, Operation begun) {
        operation = Optional.of(begun);
        begun.waiting.add(ask.answer);
    }

    private void leave(Operation leaving, Census census, long now) {
        if (!offlineWished) {
            keeper.begin(census);
        }
        if (!offlineWished || !census.up().isEmpty()) {
            sendMark(census, "readonly");
            TrafficProbe.Sample sample = probe.look(census.applications);
            quiet.restart(now, sample.marker);
            gone = false;
        }
        offlineWished = true;
        restoring = false;
        pauseWished = leaving.request.pause;
        outletsWished = leaving.request.outlets;
        readBackAt = now;
        pauseAt = now;
        quietWishedMillis = leaving.request.quietMillis;
        leaving.phase = Operation.Phase.LEAVING;
    }

    /** Consumers of the dubbo protocol stop choosing this instance at once, without waiting for the registry. */
    private void sendMark(Census census, String mark) {
        for (DubboApplication application : census.applications) {
            try {
                application.within(() -> {
                    for (Object sender : application.gracefulShutdowns()) {
                        Mirror.optional(sender, mark);
                    }
                    return application;
                });
            } catch (Mirror.Failure e) {
                errors.add("send " + mark + ": " + e.getMessage());
            }
        }
    }

    /** One round: does what is missing between what shall be and what is. */
    void tick(long now) {
        if (isIdle()) {
            return;
        }
        errors = new LinkedHashSet<>();
        Census census = Census.take(finder);
        errors.addAll(census.problems);
        if (offlineWished) {
            census = keepOffline(census, now);
        } else if (restoring) {
            census = bringBack(census);
        }
        if (operation.isPresent()) {
            advance(operation.get(), census, now);
        }
        report = describe(census, false, now);
    }

    private Census keepOffline(Census before, long now) {
        Census census = before;
        List<String> taken = keeper.takeDown(census, errors);
        if (!taken.isEmpty()) {
            boolean commanded = operation.isPresent() && operation.get().phase == Operation.Phase.LEAVING;
            if (commanded) {
                operation.get().changed += taken.size();
            } else {
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
        boolean noCalls = gone && quiet.inFlight() == 0 && quiet.idleMillis(now) >= quietWishedMillis;
        if (pauseWished && now - pauseAt >= 0) {
            pausables.pause(noCalls && outletsWished, errors);
            pauseAt = now + PAUSE_AGAIN_NANOS;
        }
        return census;
    }

    private Census bringBack(Census before) {
        int brought = keeper.bringBack(before, errors);
        operation.ifPresent(running -> running.changed += brought);
        Census census = brought > 0 ? Census.take(finder) : before;
        if (keeper.missing(census, errors).isEmpty()) {
            pausables.resume(errors);
            if (!pausables.anyPaused()) {
                restoring = false;
                keeper.forget();
            }
        }
        return census;
    }

    private void advance(Operation running, Census census, long now) {
        if (running.phase == Operation.Phase.GUARD) {
            askGuard(running, census, now);
        }
        if (running.phase == Operation.Phase.LEAVING && offlineWished && gone) {
            running.phase = Operation.Phase.DRAINING;
            quietWishedMillis = running.request.quietMillis;
        }
        if (running.phase == Operation.Phase.DRAINING
                && (!running.request.drain || drained(running.request.quietMillis, now))) {
            finish(running, ExitCode.DONE, census, now);
        } else if (running.phase == Operation.Phase.RETURNING && !restoring) {
            boolean up = !census.up().isEmpty();
            finish(running, up ? ExitCode.DONE : ExitCode.NOT_CONFIRMED, census, now);
        } else if (running.isOver(now)) {
            finish(
                    running,
                    running.phase == Operation.Phase.DRAINING ? ExitCode.NOT_DRAINED : ExitCode.NOT_CONFIRMED,
                    census,
                    now);
        }
    }

    private void askGuard(Operation running, Census census, long now) {
        if (now - running.guardAgainNanos < 0) {
            return;
        }
        running.verdict = guard.judge(census, true);
        errors.addAll(running.verdict.errors);
        if (running.verdict.enough()) {
            leave(running, census, now);
            return;
        }
        guard.release();
        if (running.verdict.contended() && now - running.begunNanos < CONTENTION_NANOS) {
            running.guardAgainNanos = now + ThreadLocalRandom.current().nextLong(100, 700) * MILLI;
        } else {
            finish(running, ExitCode.REFUSED, census, now);
        }
    }

    private boolean drained(long quietMillis, long now) {
        return gone
                && quiet.inFlight() == 0
                && quiet.idleMillis(now) >= quietMillis
                && (!pauseWished || pausables.quiet(outletsWished, errors));
    }

    private void finish(Operation done, ExitCode exitCode, Census census, long now) {
        operation = Optional.empty();
        Map<String, Object> body = JsonText.object(
                "opId",
                done.id,
                "message",
                reporter.message(done, exitCode, quiet.inFlight()),
                "changed",
                done.changed);
        body.put("tookMillis", done.tookMillis(now));
        body.putAll(describe(census, true, now));
        body.put(
                "guard",
                JsonText.object(
                        "mode", done.request.force ? "FORCED" : done.verdict.mode, "short", done.verdict.shortOf()));
        audit.write(JsonText.object(
                "time", Instant.now().toString(),
                "by", done.request.by,
                "command", done.request.command,
                "force", done.request.force,
                "before", done.before,
                "after", String.valueOf(body.get("state")),
                "exitCode", exitCode.code(),
                "changed", done.changed,
                "tookMillis", done.tookMillis(now),
                "opId", done.id,
                "errors", errors));
        if (!audit.problem().isEmpty()) {
            body.put("auditProblem", audit.problem());
        }
        Answer answer = new Answer(exitCode, body).headed(done.request.command);
        done.waiting.forEach(waiting -> waiting.complete(answer));
    }

    private String state(Census census, long now) {
        boolean underWay = operation.isPresent() || restoring;
        return StateRule.of(
                offlineWished, underWay, census.up().size(), gone, drained(Math.max(1, quietWishedMillis), now));
    }

    private Map<String, Object> describe(Census census, boolean askRegistries, long now) {
        Map<String, Object> body =
                JsonText.object("state", state(census, now), "desired", offlineWished ? "OFFLINE" : "ONLINE");
        body.put("instance", reporter.instance(census));
        body.put("registries", reporter.registries(census));
        if (askRegistries) {
            body.put("nodes", reporter.nodes(census, errors));
        }
        body.put(
                "traffic",
                JsonText.object(
                        "probe",
                        probeName,
                        "inFlight",
                        offlineWished ? quiet.inFlight() : probe.look(census.applications).inFlight,
                        "idleMillis",
                        offlineWished ? quiet.idleMillis(now) : 0));
        body.put("pausables", pausables.json(errors));
        body.put("sweeps", JsonText.object("count", sweeps, "last", lastSweep));
        operation.ifPresent(running -> body.put(
                "running",
                JsonText.object("opId", running.id, "command", running.request.command, "phase", running.phase)));
        body.put("errors", errors);
        return body;
    }
}

package io.jointlending.agent.inside;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Commands to this instance, one at a time, and how they end. Used by one thread only. */
final class Instance {
    private static final long MILLI = 1_000_000;
    private static final long CONTENTION_NANOS = 5_000 * MILLI;
    private static final int SHORTEST_RETREAT_MILLIS = 100;
    private static final int LONGEST_RETREAT_MILLIS = 700;

    private final DubboFinder finder;
    private final Guard guard;
    private final Audit audit;
    private final Watch watch;
    private final Reporter reporter = new Reporter();

    private Set<String> errors = new LinkedHashSet<>();
    private Optional<Operation> operation = Optional.empty();
    private Map<String, Object> report = JsonText.object("state", "UNKNOWN");
    private long operations;

    Instance(DubboFinder finder, Guard guard, Audit audit, boolean startOffline) {
        this.finder = finder;
        this.guard = guard;
        this.audit = audit;
        this.watch = new Watch(finder, guard, startOffline);
    }

    /** True if nothing has to be watched until the next command. */
    boolean isIdle() {
        return !watch.isOfflineWished() && !watch.isRestoring() && !operation.isPresent();
    }

    Map<String, Object> lastReport() {
        return report;
    }

    /** A round failed as a whole. It is tried again, but whoever waits is answered in time. */
    void failed(String problem, long now) {
        errors.add(problem);
        if (operation.isPresent() && operation.get().isOver(now)) {
            Operation failed = operation.get();
            operation = Optional.empty();
            failed.waiting.forEach(
                    waiting -> waiting.complete(Answer.failed(failed.request.command, ExitCode.INTERNAL, problem)));
        }
    }

    /** Takes a command; what cannot be answered at once is answered by a later {@link #tick}. */
    void accept(Control.Ask ask) {
        long now = System.nanoTime();
        Request request = ask.request;
        Census census = look();
        if (census.registrations.isEmpty()) {
            String why = census.applications.isEmpty()
                    ? "this JVM has no Dubbo"
                    : "the Dubbo of this JVM has exported nothing to a registry";
            answer(ask, new Answer(ExitCode.NO_PROVIDER, JsonText.object("message", why, "errors", errors)));
        } else if (request.command.equals(Request.STATUS)) {
            answer(ask, new Answer(ExitCode.DONE, describe(census, now)));
        } else if (request.dryRun) {
            answer(ask, dryRun(request, census, now));
        } else if (operation.isPresent()) {
            join(ask, operation.get());
        } else {
            begin(ask, census, now);
        }
    }

    private Census look() {
        Census census = Census.take(finder);
        errors = new LinkedHashSet<>(census.problems);
        return census;
    }

    private static void answer(Control.Ask ask, Answer answer) {
        ask.answer.complete(answer.headed(ask.request.command));
    }

    private void join(Control.Ask ask, Operation running) {
        if (running.request.command.equals(Request.ONLINE) == ask.request.command.equals(Request.ONLINE)) {
            running.waiting.add(ask.answer);
        } else {
            String message = running.request.command + " is running";
            answer(ask, new Answer(ExitCode.BUSY, JsonText.object("message", message, "opId", running.id)));
        }
    }

    private Answer dryRun(Request request, Census census, long now) {
        Map<String, Object> body = describe(census, now);
        body.put("dryRun", true);
        if (request.command.equals(Request.ONLINE)) {
            return new Answer(ExitCode.DONE, body);
        }
        Guard.Verdict verdict = guard.judge(census, request.settleMillis, false);
        Set<String> wouldGo = new LinkedHashSet<>();
        census.up().forEach(registration -> wouldGo.add(registration.node()));
        body.put("wouldGo", wouldGo);
        body.put("guard", JsonText.object("mode", verdict.mode, "short", verdict.shortOf()));
        body.put("errors", verdict.errors);
        return new Answer(
                verdict.enough() || verdict.settling() || request.force ? ExitCode.DONE : ExitCode.REFUSED, body);
    }

    private void begin(Control.Ask ask, Census census, long now) {
        String before = watch.state(census, false, now, errors);
        String command = ask.request.command;
        if (command.equals(Request.WAIT) && !watch.isOfflineWished()) {
            String message = "not offline, nothing to wait for";
            answer(ask, new Answer(ExitCode.NOT_CONFIRMED, JsonText.object("message", message, "state", before)));
            return;
        }
        Operation.Phase phase = command.equals(Request.ONLINE)
                ? Operation.Phase.RETURNING
                : command.equals(Request.WAIT) ? Operation.Phase.LEAVING : Operation.Phase.GUARD;
        String id = Long.toString(System.currentTimeMillis(), 36) + "-" + ++operations;
        Operation begun = new Operation(id, ask.request, phase, before, now);
        begun.waiting.add(ask.answer);
        operation = Optional.of(begun);
        if (phase == Operation.Phase.RETURNING) {
            watch.comeBack(census, errors);
        } else if (phase == Operation.Phase.GUARD
                && (ask.request.force || census.up().isEmpty())) {
            leave(begun, census, now);
        }
    }

    private void leave(Operation leaving, Census census, long now) {
        watch.leave(leaving.request, census, now, errors);
        leaving.phase = Operation.Phase.LEAVING;
    }

    /** One round: does what is missing between what shall be and what is. */
    void tick(long now) {
        if (isIdle()) {
            return;
        }
        Census census = look();
        if (watch.isOfflineWished()) {
            boolean commanded = operation.isPresent() && operation.get().phase == Operation.Phase.LEAVING;
            int taken = watch.keepOffline(census, commanded, now, errors).size();
            if (commanded) {
                operation.get().changed += taken;
            }
            census = taken > 0 ? Census.take(finder) : census;
        } else if (watch.isRestoring()) {
            int brought = watch.bringBack(census, errors);
            operation.ifPresent(running -> running.changed += brought);
            census = brought > 0 ? Census.take(finder) : census;
        }
        if (operation.isPresent()) {
            advance(operation.get(), census, now);
        }
        report = watch.brief(census, operation.isPresent() ? "WORKING" : "WATCHING");
    }

    private void advance(Operation running, Census census, long now) {
        if (running.phase == Operation.Phase.GUARD) {
            askGuard(running, census, now);
            if (running.phase == Operation.Phase.GUARD) {
                return; // refused, or asked again
            }
        }
        if (running.phase == Operation.Phase.LEAVING && watch.isGone()) {
            running.phase = Operation.Phase.DRAINING;
        }
        boolean drained = running.phase == Operation.Phase.DRAINING
                && (!running.request.drain || watch.isDrained(running.request.quietMillis, now, errors));
        if (drained) {
            finish(running, ExitCode.DONE, census, now);
        } else if (running.phase == Operation.Phase.RETURNING && !watch.isRestoring()) {
            finish(running, census.up().isEmpty() ? ExitCode.NOT_CONFIRMED : ExitCode.DONE, census, now);
        } else if (running.isOver(now)) {
            boolean gone = running.phase == Operation.Phase.DRAINING;
            finish(running, gone ? ExitCode.NOT_DRAINED : ExitCode.NOT_CONFIRMED, census, now);
        }
    }

    private void askGuard(Operation running, Census census, long now) {
        if (running.guardAgainNanos != 0 && now - running.guardAgainNanos < 0) {
            return;
        }
        running.verdict = guard.judge(census, running.request.settleMillis, true);
        errors.addAll(running.verdict.errors);
        running.guardedMillis = running.guardAgainNanos == 0 ? 0 : running.tookMillis(now);
        if (running.verdict.enough()) {
            leave(running, census, now);
            return;
        }
        guard.release();
        if (running.verdict.contended() && running.contendedNanos == 0) {
            running.contendedNanos = now;
        }
        boolean contended = running.verdict.contended() && now - running.contendedNanos < CONTENTION_NANOS;
        if (contended || (running.verdict.settling() && !running.isOver(now))) {
            long retreat = ThreadLocalRandom.current().nextLong(SHORTEST_RETREAT_MILLIS, LONGEST_RETREAT_MILLIS);
            running.guardAgainNanos = now + retreat * MILLI;
        } else {
            finish(running, ExitCode.REFUSED, census, now);
        }
    }

    private void finish(Operation done, ExitCode exitCode, Census census, long now) {
        operation = Optional.empty();
        Map<String, Object> body = JsonText.object(
                "opId",
                done.id,
                "message",
                reporter.message(done, exitCode, watch.inFlight()),
                "changed",
                done.changed);
        body.put("tookMillis", done.tookMillis(now));
        body.putAll(describe(census, now));
        String mode = done.request.force ? "FORCED" : done.verdict.mode;
        body.put(
                "guard",
                JsonText.object("mode", mode, "waitedMillis", done.guardedMillis, "short", done.verdict.shortOf()));
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

    private Map<String, Object> describe(Census census, long now) {
        Map<String, Object> body = watch.describe(census, operation.isPresent(), now, errors);
        operation.ifPresent(running -> body.put(
                "running",
                JsonText.object("opId", running.id, "command", running.request.command, "phase", running.phase)));
        body.put("errors", errors);
        return body;
    }
}

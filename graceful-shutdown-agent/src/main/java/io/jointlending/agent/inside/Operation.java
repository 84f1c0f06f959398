package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A change on its way. */
final class Operation {
    /** Where it stands. */
    enum Phase {
        /** Asking whether enough others are left. */
        GUARD,
        /** Unregistered, waiting until the registries show it. */
        LEAVING,
        /** Gone, waiting until nothing runs. */
        DRAINING,
        /** Registered, waiting until the registries show it. */
        RETURNING
    }

    final String id;
    final Request request;
    final long begunNanos;
    final long deadlineNanos;
    final String before;
    /** Who waits for its end. */
    final List<CompletableFuture<Answer>> waiting = new ArrayList<>();

    Phase phase;
    int changed;
    Guard.Verdict verdict = new Guard.Verdict();
    long guardAgainNanos;
    /** Since when others leave at the same moment. */
    long contendedNanos;
    /** How long the guard has waited for others. */
    long guardedMillis;

    Operation(String id, Request request, Phase phase, String before, long nowNanos) {
        this.id = id;
        this.request = request;
        this.phase = phase;
        this.before = before;
        this.begunNanos = nowNanos;
        this.deadlineNanos = nowNanos + request.timeoutMillis * 1_000_000;
    }

    boolean isOver(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    long tookMillis(long nowNanos) {
        return (nowNanos - begunNanos) / 1_000_000;
    }
}

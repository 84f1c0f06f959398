package io.jointlending.agent.inside;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one thread that does everything: it takes commands in turn and, while the instance shall be offline, looks again and
 * again that it is. Whoever asks waits on his own thread.
 */
final class Control {
    private static final int MAX_WAITING = 64;
    private static final long TICK_MILLIS = 100;
    private static final long STATUS_LIMIT_MILLIS = 5_000;
    private static final long GRACE_MILLIS = 3_000;

    private final BlockingQueue<Ask> asks = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Instance instance;
    private volatile Map<String, Object> lastReport = JsonText.object("state", "UNKNOWN");

    /** Somebody who waits for an answer. */
    static final class Ask {
        final Request request;
        final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Ask(Request request) {
            this.request = request;
        }
    }

    Control(Instance instance) {
        this.instance = instance;
    }

    void start() {
        Thread thread = new Thread(this::loop, "graceful-shutdown-agent");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a command; returns when it is done or its time is over. Never throws. */
    Answer execute(Request request) {
        Ask ask = new Ask(request);
        if (!asks.offer(ask)) {
            return Answer.failed(request.command, ExitCode.BUSY, MAX_WAITING + " commands are waiting already");
        }
        boolean reading = request.command.equals(Request.STATUS) || request.dryRun;
        long limit = reading ? STATUS_LIMIT_MILLIS : request.timeoutMillis + GRACE_MILLIS;
        try {
            return ask.answer.get(limit, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Map<String, Object> body = JsonText.object(
                    "message",
                    "the agent waits for an answer of the registry; this is what it knew before",
                    "stale",
                    true);
            body.putAll(lastReport);
            return new Answer(ExitCode.NOT_CONFIRMED, body).headed(request.command);
        } catch (ExecutionException e) {
            return Answer.failed(request.command, ExitCode.INTERNAL, Mirror.rootOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed(request.command, ExitCode.INTERNAL, "interrupted");
        }
    }

    private void loop() {
        while (true) {
            Optional<Ask> ask = Optional.empty();
            try {
                ask = Optional.ofNullable(
                        instance.isIdle() ? asks.take() : asks.poll(TICK_MILLIS, TimeUnit.MILLISECONDS));
                ask.ifPresent(instance::accept);
                instance.tick(System.nanoTime());
                lastReport = instance.lastReport();
            } catch (InterruptedException e) {
                return; // nobody does this; the thread is a daemon
            } catch (Throwable e) { // the owner of a loop: whatever Dubbo throws must not end the watch
                ask.ifPresent(failed -> failed.answer.complete(
                        Answer.failed(failed.request.command, ExitCode.INTERNAL, Mirror.rootOf(e))));
                instance.failed(place(e), System.nanoTime());
                lastReport = JsonText.object("state", "UNKNOWN", "errors", place(e));
                pause();
            }
        }
    }

    private static String place(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return Mirror.rootOf(failure) + (stack.length > 0 ? " at " + stack[0] : "");
    }

    private static void pause() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

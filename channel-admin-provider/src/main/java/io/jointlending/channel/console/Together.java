package io.jointlending.channel.console;

import io.jointlending.api.RpcResult;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.rpc.LocalDoor;
import io.jointlending.support.task.PoolSize;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one page that run side by side, each for the session and the trace of its request: a page waits for the slowest provider
 * and not for the sum of all, which counts most where one of them is away and every call to it takes its whole time-out. When all threads are
 * taken a call runs in the thread that begins it.
 */
final class Together implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor threads;

    Together() {
        int size = PoolSize.atMost(THREADS);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                work -> {
                    Thread thread = new Thread(work, "console-part");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins the call; refusals and failures are answers too. */
    <T> Part<T> begin(Supplier<RpcResult<T>> call) {
        String session = CurrentSession.get();
        TraceParent trace = CurrentTrace.get();
        Supplier<RpcResult<T>> carried = CallContext.carried(() -> LocalDoor.safely(call));
        FutureTask<RpcResult<T>> part = new FutureTask<>(() -> within(session, trace, carried));
        threads.execute(part);
        return () -> {
            try {
                return part.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a page was put together", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a part of a page failed", e.getCause());
            }
        };
    }

    /** What was there before is there again: the thread may be the one that began the call. */
    private static <T> T within(@Nullable String session, @Nullable TraceParent trace, Supplier<T> work) {
        String outerSession = CurrentSession.get();
        TraceParent outerTrace = CurrentTrace.get();
        CurrentSession.set(session);
        CurrentTrace.set(trace);
        try {
            return work.get();
        } finally {
            CurrentSession.set(outerSession);
            CurrentTrace.set(outerTrace);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** A call that was begun. */
    @FunctionalInterface
    interface Part<T> {
        /** Waits for its answer. */
        RpcResult<T> answer();
    }
}

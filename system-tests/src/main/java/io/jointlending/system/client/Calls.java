package io.jointlending.system.client;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.apache.dubbo.rpc.RpcException;

/**
 * Sends calls the way a careful consumer does: a command whose outcome is unknown is sent again with the same request
 * number. {@link #twice} sends every command a second time on purpose and compares the answers.
 */
public final class Calls {
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 250;

    private final LongAdder made = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unequal = new LongAdder();

    /** Calls made, repeats included. */
    public long made() {
        return made.sum();
    }

    /** Calls without a successful answer, also those that a repeat mended. */
    public long failed() {
        return failed.sum();
    }

    /** Commands whose second answer differed from the first. */
    public long unequal() {
        return unequal.sum();
    }

    /** A query, or a command sent once. Throws {@link CallFailed} for any code but 00000. */
    public <Q, T> T once(String what, Function<Q, RpcResult<T>> method, Q request) {
        for (int attempt = 1; ; attempt++) {
            CallFailed failure;
            boolean again;
            try {
                made.increment();
                RpcResult<T> answer = method.apply(request);
                T data = answer.data();
                if (answer.success() && data != null) {
                    return data;
                }
                failure = new CallFailed(
                        answer.code(), what + ": " + answer.code() + " " + answer.message() + " " + answer.field());
                again = mayBeRepeated(answer.code());
            } catch (RpcException e) {
                failure = new CallFailed("none", what + ": " + e.getMessage());
                again = true;
            }
            if (!ErrorCodes.PROCESSING.code().equals(failure.code())) {
                failed.increment();
            }
            if (!again || attempt == ATTEMPTS) {
                throw failure;
            }
            pause(attempt);
        }
    }

    /** A command, sent twice with the same request number; the answers must be equal. */
    public <Q, T> T twice(String what, Function<Q, RpcResult<T>> method, Q request) {
        T first = once(what, method, request);
        T second = once(what + " (again)", method, request);
        if (!Objects.equals(first, second)) {
            unequal.increment();
            throw new CallFailed("unequal", what + " answered " + first + " and then " + second);
        }
        return first;
    }

    private static boolean mayBeRepeated(String code) {
        return code.startsWith("B")
                || code.startsWith("C")
                || ErrorCodes.PROCESSING.code().equals(code);
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}

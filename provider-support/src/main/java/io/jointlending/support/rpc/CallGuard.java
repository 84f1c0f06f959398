package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is decided before a contract method runs: who may call, how many run, whether the request is valid. */
public final class CallGuard {
    private final AddressList allowed;
    private final Semaphore running;
    private final MeterRegistry meters;
    private final RequestCheck requests = new RequestCheck();

    /**
     * A guard.
     *
     * @param allowedCallers addresses and networks; empty allows all
     * @param maxRunning calls that run at the same time; Dubbo must have more threads, so that the next one is answered
     */
    public CallGuard(List<String> allowedCallers, int maxRunning, MeterRegistry meters) {
        this.allowed = new AddressList(allowedCallers);
        this.running = new Semaphore(maxRunning);
        this.meters = meters;
    }

    /** A guard that lets everybody in. */
    static CallGuard open() {
        return new CallGuard(List.of(), 128, new SimpleMeterRegistry());
    }

    /**
     * Runs the call. Codes: A0403 unlisted address, A0400 invalid request, B0210 too many calls.
     *
     * @param address of the caller, or null where the transport does not say
     */
    RpcResult<?> run(@Nullable String address, @Nullable Object request, Supplier<RpcResult<?>> call) {
        if (address != null && !allowed.allows(address)) {
            throw new Refusal(ErrorCodes.CALLER_REFUSED, null);
        }
        requests.check(request);
        if (!running.tryAcquire()) {
            throw new Refusal(ErrorCodes.BUSY, null);
        }
        try {
            return call.get();
        } finally {
            running.release();
        }
    }

    void record(String service, String method, String code, long nanos) {
        Timer.builder("jl.rpc")
                .description("time of contract methods in this provider")
                .tags("service", service, "method", method, "code", code)
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}

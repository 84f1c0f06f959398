package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.cache.ChangeNotices;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Call;
import io.jointlending.support.identity.CallAuthority;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.identity.SessionCache;
import io.jointlending.support.identity.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is decided before a contract method runs: who may call, how many run, whether the request is valid. */
public final class CallGuard {
    private final AddressList allowed;
    private final CallAuthority authority;
    private final Semaphore running;
    private final MeterRegistry meters;
    private final RequestCheck requests = new RequestCheck();

    /**
     * A guard.
     *
     * @param allowedCallers addresses and networks; empty allows all
     * @param authority says who calls, and what the caller may do
     * @param maxRunning calls that run at the same time; Dubbo must have more threads, so that the next one is answered
     */
    public CallGuard(List<String> allowedCallers, CallAuthority authority, int maxRunning, MeterRegistry meters) {
        this.allowed = new AddressList(allowedCallers);
        this.authority = authority;
        this.running = new Semaphore(maxRunning);
        this.meters = meters;
    }

    /** A guard that lets everybody in. */
    static CallGuard open() {
        return new CallGuard(List.of(), everybody(), 128, new SimpleMeterRegistry());
    }

    /** An authority as a development platform without a master key has it. */
    static CallAuthority everybody() {
        Sessions nobody = token -> {
            throw new Refusal(ErrorCodes.SESSION_INVALID, null);
        };
        return new CallAuthority(
                null,
                List.of(),
                Duration.ofMinutes(1),
                true,
                new SessionCache(nobody, ChangeNotices.none()),
                Clock.systemUTC());
    }

    /**
     * Who calls. Codes: A0403 unlisted address, and those of {@link CallAuthority#admit}.
     *
     * @param address of the caller, or null where the transport does not say
     */
    Caller admit(@Nullable String address, Call call) {
        if (address != null && !allowed.allows(address)) {
            throw new Refusal(ErrorCodes.CALLER_REFUSED, null);
        }
        return authority.admit(call);
    }

    /** Who calls from inside this process. Codes: those of {@link CallAuthority#admitHere}. */
    Caller admitHere(String application, Call call) {
        return authority.admitHere(application, call);
    }

    /** Runs the call. Codes: A0400 invalid request, B0210 too many calls. */
    RpcResult<?> run(@Nullable Object request, Supplier<RpcResult<?>> call) {
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

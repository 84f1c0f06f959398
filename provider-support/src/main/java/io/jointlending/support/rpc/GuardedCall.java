package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.trace.TraceScope;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a contract method, whichever door it came through: trace, caller and what the caller may do, checks, the table from
 * failure to answer, one line in the access log, the timer.
 *
 * @param contract interface
 * @param method name
 * @param arguments of the method
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GuardedCall(Class<?> contract, String method, @Nullable Object[] arguments) {
    private static final Logger LOG = LoggerFactory.getLogger(ContractFilter.class);
    private static final Logger ACCESS = LoggerFactory.getLogger("io.jointlending.access");
    private static final String UNKNOWN_CALLER = "unknown";

    /**
     * The answer. The border of the provider: nothing that is thrown may cross it.
     *
     * @param traceparent of the caller, or null
     * @param address that the call came from, or null where the transport does not say
     * @param admit finds out who calls, given that address, and refuses whoever may not
     * @param work runs the method
     */
    RpcResult<?> run(
            CallGuard guard,
            @Nullable String traceparent,
            @Nullable String address,
            Function<@Nullable String, Caller> admit,
            Supplier<RpcResult<?>> work) {
        long start = System.nanoTime();
        Object request = arguments.length == 0 ? null : arguments[0];
        try (TraceScope trace = TraceScope.open(traceparent, request)) {
            String name = UNKNOWN_CALLER;
            RpcResult<?> answer;
            try {
                Caller caller = admit.apply(address);
                name = caller.name();
                answer = CallContext.as(caller, address, () -> guard.run(request, work));
            } catch (RuntimeException e) {
                answer = failed(e);
            }
            finished(guard, name, answer, System.nanoTime() - start);
            return answer.withRequestId(trace.traceId());
        }
    }

    static RpcResult<Object> failed(Throwable failure) {
        RpcResult<Object> answer = FailureCodes.answer(failure);
        if (answer.code().equals(ErrorCodes.INTERNAL_ERROR.code())) {
            LOG.error("a contract method failed", failure);
        } else if (!(failure instanceof Refusal)) {
            LOG.warn("code={} because {}", answer.code(), rootLine(failure));
        }
        return answer;
    }

    private void finished(CallGuard guard, String caller, RpcResult<?> answer, long nanos) {
        String service = contract.getSimpleName();
        ACCESS.info(
                "rpc {}.{} caller={} code={} ms={} field={}",
                service,
                method,
                caller,
                answer.code(),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                answer.field() == null ? "" : answer.field());
        guard.record(service, method, answer.code(), nanos);
    }

    private static String rootLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("");
    }
}

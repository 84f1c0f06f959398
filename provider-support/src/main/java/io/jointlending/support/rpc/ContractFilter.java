package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.runtime.CallSignature;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Call;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.trace.TraceScope;
import java.util.concurrent.TimeUnit;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcContext;
import org.apache.dubbo.rpc.RpcException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Surrounds every method of the contracts in {@code io.jointlending.api}, and nothing else: trace, caller and what the caller may do, checks, the
 * table from failure to answer, one line in the access log, the timer. Whatever happens inside, the consumer gets an
 * {@link RpcResult}. Dubbo finds it by {@code META-INF/dubbo}; it is the innermost filter, so that Dubbo's own see an
 * ordinary answer.
 */
@Activate(group = CommonConstants.PROVIDER, order = 10_000)
public final class ContractFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(ContractFilter.class);
    private static final Logger ACCESS = LoggerFactory.getLogger("io.jointlending.access");
    private static final String CONTRACTS = "io.jointlending.api.";
    private static final String UNKNOWN_CALLER = "unknown";
    private static final int MAX_CALLER = 64;

    private volatile CallGuard guard = CallGuard.open();

    /** Called by Dubbo with the bean of the wiring. */
    public void setCallGuard(CallGuard callGuard) {
        this.guard = callGuard;
    }

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        Class<?> contract = invoker.getInterface();
        if (!contract.getName().startsWith(CONTRACTS)) {
            return invoker.invoke(invocation);
        }
        long start = System.nanoTime();
        Object request = request(invocation);
        try (TraceScope trace = TraceScope.open(invocation.getAttachment(TraceParent.HEADER), request)) {
            Answered answered = answer(invoker, invocation);
            RpcResult<?> answer = answered.answer;
            finished(
                    contract.getSimpleName(),
                    invocation.getMethodName(),
                    answered.caller,
                    answer,
                    System.nanoTime() - start);
            return AsyncRpcResult.newDefaultAsyncResult(answer.withRequestId(trace.traceId()), invocation);
        }
    }

    // The border of the provider: nothing that is thrown may cross it.
    private Answered answer(Invoker<?> invoker, Invocation invocation) {
        String name = UNKNOWN_CALLER;
        try {
            String address = RpcContext.getServiceContext().getRemoteHost();
            Caller caller = guard.admit(address, arrived(invoker, invocation));
            name = caller.name();
            RpcResult<?> answer = CallContext.as(
                    caller, address, () -> guard.run(request(invocation), () -> call(invoker, invocation)));
            return new Answered(name, answer);
        } catch (RuntimeException e) {
            return new Answered(name, failed(e));
        }
    }

    private record Answered(String caller, RpcResult<?> answer) {}

    private static Call arrived(Invoker<?> invoker, Invocation invocation) {
        Object[] arguments = invocation.getArguments();
        return new Call(
                invoker.getInterface(),
                invoker.getUrl().getGroup(),
                invocation.getMethodName(),
                arguments == null ? new Object[0] : arguments,
                new Call.Proof(
                        statedApplication(invocation),
                        invocation.getAttachment(CallSignature.APPLICATION),
                        invocation.getAttachment(CallSignature.TIME),
                        invocation.getAttachment(CallSignature.SIGNATURE),
                        invocation.getAttachment(CallSignature.SESSION)));
    }

    private RpcResult<?> call(Invoker<?> invoker, Invocation invocation) {
        Result result = invoker.invoke(invocation);
        Throwable failure = result.getException();
        if (failure != null) {
            return failed(failure);
        }
        if (result.getValue() instanceof RpcResult<?> answer) {
            return answer;
        }
        return failed(new IllegalStateException("a contract method answered " + result.getValue()));
    }

    private static RpcResult<Object> failed(Throwable failure) {
        RpcResult<Object> answer = FailureCodes.answer(failure);
        if (answer.code().equals(ErrorCodes.INTERNAL_ERROR.code())) {
            LOG.error("a contract method failed", failure);
        } else if (!(failure instanceof Refusal)) {
            LOG.warn("code={} because {}", answer.code(), rootLine(failure));
        }
        return answer;
    }

    private void finished(String service, String method, String caller, RpcResult<?> answer, long nanos) {
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

    private static @Nullable Object request(Invocation invocation) {
        Object[] arguments = invocation.getArguments();
        return arguments == null || arguments.length == 0 ? null : arguments[0];
    }

    private static String statedApplication(Invocation invocation) {
        String name = RpcContext.getServiceContext().getRemoteApplicationName();
        if (name == null || name.isBlank()) {
            name = invocation.getAttachment(CommonConstants.REMOTE_APPLICATION_KEY);
        }
        if (name == null || name.isBlank()) {
            return UNKNOWN_CALLER;
        }
        String printable = name.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() > MAX_CALLER ? printable.substring(0, MAX_CALLER) : printable;
    }

    private static String rootLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElse("");
    }
}

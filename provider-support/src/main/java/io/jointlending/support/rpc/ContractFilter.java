package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.runtime.CallSignature;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.identity.Call;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.AsyncRpcResult;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcContext;
import org.apache.dubbo.rpc.RpcException;

/**
 * Surrounds every method of the contracts in {@code io.jointlending.api}, and nothing else: trace, caller and what the caller may do, checks, the
 * table from failure to answer, one line in the access log, the timer. Whatever happens inside, the consumer gets an
 * {@link RpcResult}. Dubbo finds it by {@code META-INF/dubbo}; it is the innermost filter, so that Dubbo's own see an
 * ordinary answer.
 */
@Activate(group = CommonConstants.PROVIDER, order = 10_000)
public final class ContractFilter implements Filter {
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
        Object[] arguments = invocation.getArguments();
        GuardedCall call =
                new GuardedCall(contract, invocation.getMethodName(), arguments == null ? new Object[0] : arguments);
        RpcResult<?> answer = call.run(
                guard,
                invocation.getAttachment(TraceParent.HEADER),
                RpcContext.getServiceContext().getRemoteHost(),
                address -> guard.admit(address, arrived(invoker, invocation, call)),
                () -> answer(invoker.invoke(invocation)));
        return AsyncRpcResult.newDefaultAsyncResult(answer, invocation);
    }

    private static Call arrived(Invoker<?> invoker, Invocation invocation, GuardedCall call) {
        return new Call(
                invoker.getInterface(),
                invoker.getUrl().getGroup(),
                call.method(),
                call.arguments(),
                new Call.Proof(
                        statedApplication(invocation),
                        invocation.getAttachment(CallSignature.APPLICATION),
                        invocation.getAttachment(CallSignature.TIME),
                        invocation.getAttachment(CallSignature.SIGNATURE),
                        invocation.getAttachment(CallSignature.SESSION)));
    }

    private static RpcResult<?> answer(Result result) {
        Throwable failure = result.getException();
        if (failure != null) {
            return GuardedCall.failed(failure);
        }
        if (result.getValue() instanceof RpcResult<?> answer) {
            return answer;
        }
        return GuardedCall.failed(new IllegalStateException("a contract method answered " + result.getValue()));
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
}

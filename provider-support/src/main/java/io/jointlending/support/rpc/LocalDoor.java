package io.jointlending.support.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.identity.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a door of this provider that is not Dubbo, such as the console, call the provider's own contracts as a stranger would: for
 * the session of {@link CurrentSession}, from the address of {@link CallContext}, with the same checks, log line and timer.
 */
public final class LocalDoor {
    private final CallGuard guard;
    private final String application;

    /** A door of the provider with this name. */
    public LocalDoor(CallGuard guard, String application) {
        this.guard = guard;
        this.application = application;
    }

    /** The contract, guarded. */
    public <T> T to(Class<T> contract, T service) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? method.invoke(service, arguments)
                        : call(contract, service, method, arguments)));
    }

    /** The answer of this work, whatever it throws: refusals and failures are answers too. */
    @SuppressWarnings("unchecked") // an answer without data is one of any type
    public static <T> RpcResult<T> safely(Supplier<RpcResult<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return (RpcResult<T>) (RpcResult<?>) GuardedCall.failed(e);
        }
    }

    private RpcResult<?> call(
            Class<?> contract, Object service, Method method, @Nullable Object @Nullable [] arguments) {
        GuardedCall call = new GuardedCall(contract, method.getName(), arguments == null ? new Object[0] : arguments);
        TraceParent trace = CurrentTrace.get();
        return call.run(
                guard,
                trace == null ? null : trace.header(),
                CallContext.address(),
                address -> guard.admitHere(application, arrived(call)),
                () -> invoke(service, method, call.arguments()));
    }

    private Call arrived(GuardedCall call) {
        return new Call(
                call.contract(),
                null,
                call.method(),
                call.arguments(),
                new Call.Proof(application, null, null, null, CurrentSession.get()));
    }

    private static RpcResult<?> invoke(Object service, Method method, @Nullable Object[] arguments) {
        try {
            return (RpcResult<?>) method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            return GuardedCall.failed(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("contracts are public: " + method, e);
        }
    }
}

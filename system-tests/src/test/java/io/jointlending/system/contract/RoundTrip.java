package io.jointlending.system.contract;

import io.jointlending.api.RpcResult;
import io.jointlending.system.contract.SampleValues.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends samples of every type of a contract through Dubbo, there and back. */
final class RoundTrip {
    private final Loopback loopback;

    RoundTrip(Loopback loopback) {
        this.loopback = loopback;
    }

    /** One line for every type of the contract that does not arrive as it was sent; empty when all do. */
    List<String> failures(Class<?> contract) {
        AtomicReference<@Nullable Object> received = new AtomicReference<>();
        AtomicReference<@Nullable Object> answer = new AtomicReference<>();
        Object proxy = loopback.export(contract, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("toString") ? "echo" : method.invoke(this, arguments);
            }
            received.set(arguments[0]);
            return answer.get();
        });
        List<String> failures = new ArrayList<>();
        for (Method method : contract.getMethods()) {
            for (Shape shape : Shape.values()) {
                String failure = failure(proxy, method, shape, received, answer);
                if (failure != null) {
                    failures.add(contract.getSimpleName() + "." + method.getName() + " (" + shape + "): " + failure);
                }
            }
        }
        return failures;
    }

    private static @Nullable String failure(
            Object proxy,
            Method method,
            Shape shape,
            AtomicReference<@Nullable Object> received,
            AtomicReference<@Nullable Object> answer) {
        Class<?> answered = answerType(method);
        Object request;
        Object data;
        try {
            request = new SampleValues(shape).record(method.getParameterTypes()[0]);
            data = new SampleValues(shape).record(answered);
        } catch (UnsupportedOperationException e) {
            return e.getMessage();
        }
        RpcResult<Object> sent = shape == Shape.SPARSE
                ? new RpcResult<>("A0400", "nothing here", null, null, null)
                : new RpcResult<>("00000", "ok", "field", data, "0af7651916cd43dd8448eb211c80319c");
        for (RpcResult<Object> result : List.of(sent, RpcResult.ok(data))) {
            received.set(null);
            answer.set(result);
            Object back;
            try {
                back = method.invoke(proxy, request);
            } catch (InvocationTargetException e) {
                return method.getParameterTypes()[0].getSimpleName() + " or " + answered.getSimpleName()
                        + " cannot travel: " + e.getCause();
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
            if (!request.equals(received.get())) {
                return request.getClass().getSimpleName() + " arrived as " + received.get() + ", sent was " + request;
            }
            if (!Objects.equals(result, back)) {
                return answered.getSimpleName() + " came back as " + back + ", answered was " + result;
            }
        }
        return null;
    }

    /** T of the declared {@code RpcResult<T>}. */
    static Class<?> answerType(Method method) {
        if (method.getGenericReturnType() instanceof ParameterizedType generic
                && generic.getRawType() == RpcResult.class
                && generic.getActualTypeArguments()[0] instanceof Class<?> type) {
            return type;
        }
        throw new AssertionError(method + " does not answer an RpcResult of a record");
    }
}

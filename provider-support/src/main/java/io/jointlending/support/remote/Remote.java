package io.jointlending.support.remote;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.dubbo.rpc.RpcException;

/** Answers of other providers as values. Calls belong before the transaction, never inside. */
public final class Remote {
    private static final Map<String, ErrorCode> CODES =
            ErrorCodes.all().stream().collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private Remote() {}

    /** Calls another provider; a transport failure is a {@link Refusal} with B0320. */
    public static <T> T call(Supplier<RpcResult<T>> call) {
        RpcResult<T> result;
        try {
            result = call.get();
        } catch (RpcException e) {
            throw unavailable("call failed: " + firstLine(e));
        }
        return data(result);
    }

    /**
     * The data of a success. A refusal with an A code is thrown as a {@link Refusal} with the same code, message and
     * field; any other code as a {@link Refusal} with B0320, because the caller of this provider cannot mend it.
     */
    public static <T> T data(RpcResult<T> result) {
        if (result == null) {
            throw unavailable("no answer");
        }
        T data = result.data();
        if (result.success() && data != null) {
            return data;
        }
        if (result.code().startsWith("A")) {
            ErrorCode known = CODES.get(result.code());
            ErrorCode code = known == null ? new ErrorCode(result.code(), result.code(), result.message()) : known;
            throw new Refusal(code, result.message(), result.field());
        }
        throw unavailable(result.code() + " " + result.message());
    }

    private static Refusal unavailable(String why) {
        return new Refusal(
                ErrorCodes.PROVIDER_UNAVAILABLE, ErrorCodes.PROVIDER_UNAVAILABLE.meaning() + " (" + why + ")", null);
    }

    private static String firstLine(RpcException failure) {
        String message = String.valueOf(failure.getMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}

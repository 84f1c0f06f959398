package io.jointlending.api;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import java.io.Serializable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer of every contract method. No exception crosses the wire: a refusal is an answer with a code. A transport
 * failure that reaches the consumer as an exception says nothing about the command, whose outcome is then unknown until
 * it is repeated with the same request number or asked for with the {@code query…ByRequestNo} method.
 *
 * @param code five characters, {@code 00000} for success, otherwise one of {@link ErrorCodes}
 * @param message what happened, in English, with numbers but without personal data
 * @param field the request field that broke the rule, or null
 * @param data the answer, null unless {@code code} is {@code 00000}
 * @param requestId trace number of this call, to be named when asking operations about it
 */
public record RpcResult<T>(
        String code, String message, @Nullable String field, @Nullable T data, @Nullable String requestId)
        implements Serializable {

    /** A success. */
    public static <T> RpcResult<T> ok(T data) {
        return new RpcResult<>(ErrorCodes.OK.code(), ErrorCodes.OK.meaning(), null, data, null);
    }

    /** A refusal or failure with the code's own meaning as its message, or a more precise one. */
    public static <T> RpcResult<T> refused(ErrorCode code, String message, @Nullable String field) {
        return new RpcResult<>(code.code(), message, field, null, null);
    }

    /** The same answer under a trace number. */
    public RpcResult<T> withRequestId(@Nullable String traceId) {
        return new RpcResult<>(code, message, field, data, traceId);
    }

    /** True for code {@code 00000}. */
    public boolean success() {
        return ErrorCodes.OK.code().equals(code);
    }

    /**
     * The data of a success; otherwise throws what {@code failure} makes of this result. For callers who like exceptions
     * on their own side of the wire.
     */
    public <X extends RuntimeException> T orThrow(Function<RpcResult<T>, X> failure) {
        if (success() && data != null) {
            return data;
        }
        throw failure.apply(this);
    }
}

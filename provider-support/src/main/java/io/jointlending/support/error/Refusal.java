package io.jointlending.support.error;

import io.jointlending.api.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused with a code. In an RPC it becomes the answer, in a message it makes a dead letter. It carries
 * no stack trace and is not logged as an error: a refusal is an answer.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final @Nullable String field;

    /**
     * A refusal with a precise message.
     *
     * @param message in English, with numbers but without personal data
     * @param field the request field that broke the rule, or null
     */
    public Refusal(ErrorCode code, String message, @Nullable String field) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
    }

    /** A refusal whose message is the meaning of its code. */
    public Refusal(ErrorCode code, @Nullable String field) {
        this(code, code.meaning(), field);
    }

    /** Why, as one of the answer codes. */
    public ErrorCode code() {
        return code;
    }

    /** The request field that broke the rule, or null. */
    public @Nullable String field() {
        return field;
    }
}

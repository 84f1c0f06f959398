package io.jointlending.system.client;

/** A call that was not answered with success. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    /** With the code of the answer, or {@code none} when there was no answer. */
    public CallFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Code of the answer, {@code none} when there was no answer. */
    public String code() {
        return code;
    }
}

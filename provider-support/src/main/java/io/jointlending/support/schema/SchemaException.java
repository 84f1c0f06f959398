package io.jointlending.support.schema;

/** Why a schema command did not do what it was asked for; the message says what to do next. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SchemaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SchemaException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static SchemaException refused(String message) {
        return new SchemaException(Reason.REFUSED, message);
    }

    /** What kind of end it was. */
    public Reason reason() {
        return reason;
    }

    /** Kinds of ends, each with the exit code of the command line. */
    public enum Reason {
        /** A statement failed, or the database did. */
        FAILED(1),
        /** The command line makes no sense. */
        USAGE(2),
        /** Another run holds the lock of this schema. */
        TIMEOUT(3),
        /** Nothing was changed, because it would have been wrong to. */
        REFUSED(4);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Exit code of {@code scripts/sql}. */
        public int exitCode() {
            return exitCode;
        }
    }
}

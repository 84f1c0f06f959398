package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.Outcome;
import java.util.Arrays;

/** Where a task stands. */
public enum TaskStatus {
    /** Goes on when its time has come: something is to be sent, a wait is over, a callback came. */
    OPEN(1),
    /** An instance works on it, until its lease ends. */
    RUNNING(2),
    /** The institution did what was asked. */
    SUCCESS(7),
    /** The institution does not do it, for certain: it refused, verified, or nothing ever left for it. */
    REJECTED(8),
    /** A person decides. */
    MANUAL(9);

    private final int code;

    TaskStatus(int code) {
        this.code = code;
    }

    /** The number that tables and contracts use. */
    public int code() {
        return code;
    }

    /** The status of a number. */
    public static TaskStatus of(int code) {
        return Arrays.stream(values())
                .filter(status -> status.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no task status has the code " + code));
    }

    /** How an outcome is stored. */
    public static TaskStatus of(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> SUCCESS;
            case REJECTED -> REJECTED;
            case MANUAL -> MANUAL;
        };
    }

    /** True when nothing more is done without a person. */
    public boolean ended() {
        return this == SUCCESS || this == REJECTED || this == MANUAL;
    }
}

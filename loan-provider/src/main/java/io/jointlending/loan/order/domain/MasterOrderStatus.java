package io.jointlending.loan.order.domain;

import java.util.Set;

/**
 * The states of a master order and, in one place, the moves between them. 50, 60 and 80 are final; 90 is left only by a
 * reversal. A payment result that is unknown is not a state but a timer on {@link #LOAN_OUT_OK}.
 */
public enum MasterOrderStatus {
    /** Submitted. */
    INIT(10),
    /** Loan out recorded, answer open. Kept for a loan out that is not one transaction; no code enters it now. */
    LOAN_OUT_PENDING(20),
    /** Credit reserved, plan stored, waiting for the payment result. */
    LOAN_OUT_OK(30),
    /** Paid; the borrower owes. */
    ACTIVE(40),
    /** The payment failed; nothing is owed. */
    FAILED(50),
    /** Given up before the loan out. */
    CLOSED(60),
    /** The purchase was refunded in full. */
    REFUNDED(80),
    /** Nothing is owed any more. */
    SETTLED(90);

    private final int code;

    MasterOrderStatus(int code) {
        this.code = code;
    }

    /** The number in contracts and in the database. */
    public int code() {
        return code;
    }

    /** The state of a number. */
    public static MasterOrderStatus of(int code) {
        for (MasterOrderStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalStateException("no master order status has the number " + code);
    }

    /** The states that may follow. */
    public Set<MasterOrderStatus> next() {
        return switch (this) {
            case INIT -> Set.of(LOAN_OUT_PENDING, LOAN_OUT_OK, CLOSED);
            case LOAN_OUT_PENDING -> Set.of(LOAN_OUT_OK, FAILED, CLOSED);
            case LOAN_OUT_OK -> Set.of(ACTIVE, FAILED);
            case ACTIVE -> Set.of(REFUNDED, SETTLED);
            case SETTLED -> Set.of(ACTIVE);
            case FAILED, CLOSED, REFUNDED -> Set.of();
        };
    }

    /** True if the plan exists: from the loan out on. */
    public boolean paidOut() {
        return switch (this) {
            case LOAN_OUT_OK, ACTIVE, FAILED, REFUNDED, SETTLED -> true;
            case INIT, LOAN_OUT_PENDING, CLOSED -> false;
        };
    }

    /** True if the payment succeeded, now or earlier: the borrower owes or owed. */
    public boolean activated() {
        return switch (this) {
            case ACTIVE, REFUNDED, SETTLED -> true;
            case INIT, LOAN_OUT_PENDING, LOAN_OUT_OK, FAILED, CLOSED -> false;
        };
    }
}

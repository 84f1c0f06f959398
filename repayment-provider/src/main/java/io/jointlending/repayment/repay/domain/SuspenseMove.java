package io.jointlending.repayment.repay.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement of a suspense balance.
 *
 * @param number number of the event or refund behind it
 * @param amount what moves, and why
 * @param borrowerNo customer
 * @param orderNo master order, or null for a refund to the customer
 * @param bookingDate Asia/Shanghai
 */
public record SuspenseMove(
        String number, Amount amount, String borrowerNo, @Nullable String orderNo, LocalDate bookingDate) {
    /** Why money moves. */
    public enum Kind {
        /** Beyond everything owed: comes in. */
        EXCESS(true),
        /** The event that brought an excess never happened: leaves. */
        REVERSED(false),
        /** Pays dues: leaves. */
        APPLIED(false),
        /** What paid dues never did: comes in. */
        RESTORED(true),
        /** On its way to the customer: leaves. */
        REFUND(false),
        /** Did not reach the customer: comes in. */
        REFUND_FAILED(true);

        private final boolean in;

        Kind(boolean in) {
            this.in = in;
        }
    }

    /**
     * What moves.
     *
     * @param kind why
     * @param fen positive
     */
    public record Amount(Kind kind, long fen) {
        /** Refuses nothing and less. */
        public Amount {
            if (fen <= 0) {
                throw new IllegalStateException("not a movement: " + kind + " of " + fen + " fen");
            }
        }
    }

    /** The change of the balance in fen, negative when money leaves. */
    public long changeFen() {
        return amount.kind().in ? amount.fen() : -amount.fen();
    }
}

package io.jointlending.support.money;

/** What of an overdue installment penalty is counted on. */
public enum PenaltyBasis {
    /** Open principal: the default. */
    PRINCIPAL {
        @Override
        public long of(Amounts open) {
            return open.principalFen();
        }
    },
    /** Open principal and open interest. */
    PRINCIPAL_AND_INTEREST {
        @Override
        public long of(Amounts open) {
            return Math.addExact(open.principalFen(), open.interestFen());
        }
    };

    /** The base in fen that these open amounts make. */
    public abstract long of(Amounts open);
}

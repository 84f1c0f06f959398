package io.jointlending.loan.borrower.domain;

/**
 * What a borrower may borrow (额度). The free credit can be below 0 after a reversal took credit back; then nothing more
 * is lent.
 *
 * @param borrowerNo whose line
 * @param limitFen limit in fen
 * @param reservedFen reserved by orders that wait for their payment result, in fen
 * @param usedFen used by paid orders less what was given back, in fen
 */
public record CreditLine(String borrowerNo, long limitFen, long reservedFen, long usedFen) {
    public CreditLine {
        if (limitFen < 0 || reservedFen < 0 || usedFen < 0) {
            throw new IllegalStateException("credit line of " + borrowerNo + ": limit " + limitFen + ", reserved "
                    + reservedFen + ", used " + usedFen);
        }
    }

    /** What can still be reserved, in fen. */
    public long freeFen() {
        return Math.subtractExact(Math.subtractExact(limitFen, reservedFen), usedFen);
    }
}

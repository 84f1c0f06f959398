package io.jointlending.loan.borrower.domain;

import java.util.Optional;

/**
 * The credit lines and their moves. Each move is one conditional update and one line of the credit flow, both in the
 * running transaction; a move that was made before throws, because its order's state should have prevented it. Amounts
 * are in fen and positive unless said otherwise.
 */
public interface CreditLines {
    /** Opens the line of a new borrower. */
    void open(String borrowerNo, long limitFen);

    /** The line of a borrower. */
    Optional<CreditLine> find(String borrowerNo);

    /** Reserves credit for an order; false when less than the amount is free, and then nothing is changed. */
    boolean reserve(String borrowerNo, String orderNo, long amountFen);

    /** Turns what an order reserved into used credit. */
    void use(String borrowerNo, String orderNo, long amountFen);

    /** Gives back what an order reserved. */
    void release(String borrowerNo, String orderNo, long amountFen);

    /**
     * Gives used credit back because principal was repaid; a negative amount takes it again, whatever is free (a reversal
     * after settlement). Nothing happens for 0.
     *
     * @param sequence ledger sequence behind it, so that several returns of one order are told apart
     */
    void giveBack(String borrowerNo, String orderNo, long sequence, long amountFen);
}

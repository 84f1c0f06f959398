package io.jointlending.system.demo;

import java.util.List;

/**
 * One random loan, decided before it starts.
 *
 * @param index 1, 2, …
 * @param productCode product
 * @param schemeCode who funds it
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param pieces how many repayments
 * @param patient true to repay only after the sub-orders exist, false to start at once
 * @param cutSeed decides where the pieces are cut once the total is known
 */
record LoanCase(
        int index,
        String productCode,
        String schemeCode,
        long amountFen,
        int installments,
        int pieces,
        boolean patient,
        long cutSeed) {

    String label() {
        return "loan-" + index;
    }

    /** The total in {@code pieces} positive parts of random size. */
    List<Long> cut(long totalFen) {
        return Cuts.of(totalFen, pieces, cutSeed);
    }
}

package io.jointlending.system.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order of a file of orders.
 *
 * @param line line of the file
 * @param orderRef the order's own number, unique in the file
 * @param startDate day of the loan out
 * @param productCode product
 * @param schemeCode who funds it, or null to let the product decide
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param repayments in date order
 */
record OrderRow(
        int line,
        String orderRef,
        LocalDate startDate,
        String productCode,
        @Nullable String schemeCode,
        long amountFen,
        int installments,
        List<Receipt> repayments) {

    /**
     * Money received.
     *
     * @param date day it counts for
     * @param amountFen in fen, or null for everything owed on that day
     */
    record Receipt(LocalDate date, @Nullable Long amountFen) {}
}

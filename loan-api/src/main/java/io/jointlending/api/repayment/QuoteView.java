package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A quote (试算): what is owed on one business date, computed by the code that books a repayment.
 *
 * @param orderNo master order
 * @param businessDate date the quote holds for, Asia/Shanghai
 * @param quoteToken to be sent with the repayment; a booking in between makes it stale (A0543)
 * @param dueFen past due and due today, in fen
 * @param totalFen everything owed including installments in advance, in fen
 * @param installments those with something open, by number
 */
public record QuoteView(
        String orderNo,
        LocalDate businessDate,
        String quoteToken,
        Long dueFen,
        Long totalFen,
        List<QuotedInstallmentView> installments)
        implements Serializable {}

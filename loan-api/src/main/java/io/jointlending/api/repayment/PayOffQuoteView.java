package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What paying everything off costs on one business date, computed by the code that books it.
 *
 * @param orderNo master order
 * @param businessDate date the quote holds for, Asia/Shanghai
 * @param quoteToken to be sent with the pay-off; a booking in between makes it stale (A0543)
 * @param payOffFen what has to be paid, in fen
 * @param parts the same by component
 * @param interestPaidInAdvanceFen interest settled beyond what has run, in fen: it is not given back
 */
public record PayOffQuoteView(
        String orderNo,
        LocalDate businessDate,
        String quoteToken,
        Long payOffFen,
        AmountsView parts,
        Long interestPaidInAdvanceFen)
        implements Serializable {}

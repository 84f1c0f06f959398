package io.jointlending.repayment.quote.domain;

import io.jointlending.repayment.ledger.domain.LedgerHead;
import java.time.LocalDate;

/**
 * What a quote holds for: one version of the ledger on one business day. Any booking, and midnight, make it stale.
 *
 * @param value such as {@code v12-2026-11-21}
 */
public record QuoteToken(String value) {
    /** The token of a quote made now. */
    public static QuoteToken of(LedgerHead head, LocalDate today) {
        return new QuoteToken("v" + head.ledgerVersion() + "-" + today);
    }
}

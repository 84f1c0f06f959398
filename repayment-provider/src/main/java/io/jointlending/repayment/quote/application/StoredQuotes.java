package io.jointlending.repayment.quote.application;

import io.jointlending.api.repayment.QuoteView;
import io.jointlending.repayment.quote.domain.QuoteKey;
import java.util.Optional;
import java.util.OptionalLong;

/** What is stored of quotes, for all instances. */
public interface StoredQuotes {
    /** The version of an order's ledger now: one read by primary key. Empty when there is no ledger. */
    OptionalLong ledgerVersion(String orderNo);

    /** The quote that was computed ahead for exactly this key. */
    Optional<QuoteView> find(QuoteKey key);

    /** Keeps a quote in place of the one before of its order. */
    void keep(QuoteKey key, QuoteView quote);
}

package io.jointlending.repayment.memory;

import io.jointlending.api.repayment.QuoteView;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.quote.domain.QuoteKey;
import io.jointlending.support.tx.Transactions;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Quotes computed ahead in memory, versions from any ledgers. */
public final class InMemoryQuotes implements StoredQuotes {
    private final Ledgers ledgers;
    private final Transactions transactions;
    private final Map<QuoteKey, QuoteView> kept = new ConcurrentHashMap<>();

    /** Versions of these ledgers. */
    public InMemoryQuotes(Ledgers ledgers, Transactions transactions) {
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    @Override
    public OptionalLong ledgerVersion(String orderNo) {
        return transactions
                .inTransaction(() -> ledgers.find(orderNo))
                .map(ledger -> OptionalLong.of(ledger.head().ledgerVersion()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public Optional<QuoteView> find(QuoteKey key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(QuoteKey key, QuoteView quote) {
        kept.keySet().removeIf(old -> old.orderNo().equals(key.orderNo()));
        kept.put(key, quote);
    }
}

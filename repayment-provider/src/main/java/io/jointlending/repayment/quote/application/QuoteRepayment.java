package io.jointlending.repayment.quote.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.quote.domain.QuoteKey;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.time.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is owed today (试算). The version of the ledger is read for every caller, and the quote is kept under it: so a
 * booking makes the kept quote unreachable, in this instance and in all others, in the moment it commits. Callers who ask
 * for the same quote at the same time wait for one computation.
 */
public final class QuoteRepayment {
    private static final int MOST_KEPT = 50_000;
    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final EnsureLedger ensureLedger;
    private final StoredQuotes stored;
    private final ComputeQuote compute;
    private final BusinessCalendar calendar;
    private final AsyncCache<QuoteKey, QuoteView> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(KEPT_FOR)
            .executor(Runnable::run)
            .buildAsync();

    private final LongAdder asked = new LongAdder();
    private final LongAdder computed = new LongAdder();

    /** Quotes of these ledgers. */
    public QuoteRepayment(
            EnsureLedger ensureLedger, StoredQuotes stored, ComputeQuote compute, BusinessCalendar calendar) {
        this.ensureLedger = ensureLedger;
        this.stored = stored;
        this.compute = compute;
        this.calendar = calendar;
    }

    /** The quote of today. Code: A0541. */
    public QuoteView run(String orderNo) {
        asked.increment();
        LocalDate today = calendar.today();
        QuoteKey key = new QuoteKey(orderNo, version(orderNo), today);
        CompletableFuture<QuoteView> mine = new CompletableFuture<>();
        CompletableFuture<QuoteView> first = kept.asMap().putIfAbsent(key, mine);
        return first == null ? answer(key, mine) : join(first);
    }

    /** How often a quote was asked for. */
    public long asked() {
        return asked.sum();
    }

    /** How often one had to be computed for that. */
    public long computed() {
        return computed.sum();
    }

    private long version(String orderNo) {
        OptionalLong version = stored.ledgerVersion(orderNo);
        if (version.isEmpty()) {
            ensureLedger.run(orderNo);
            version = stored.ledgerVersion(orderNo);
        }
        return version.orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo"));
    }

    /** Answers those who wait, in any case; a failed computation is not kept. */
    private QuoteView answer(QuoteKey key, CompletableFuture<QuoteView> waiting) {
        try {
            QuoteView quote = stored.find(key).orElseGet(() -> computed(key));
            waiting.complete(quote);
            return quote;
        } catch (RuntimeException | Error e) {
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    /** What was booked since the version was read is in the quote, which then carries the token of the later version. */
    private QuoteView computed(QuoteKey key) {
        computed.increment();
        ComputeQuote.Computed quote = compute.run(key.orderNo(), key.businessDate());
        if (!quote.key().equals(key)) {
            kept.asMap().remove(key);
        }
        return quote.view();
    }

    private static QuoteView join(CompletableFuture<QuoteView> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

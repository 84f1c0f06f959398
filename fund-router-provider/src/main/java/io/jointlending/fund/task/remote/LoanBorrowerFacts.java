package io.jointlending.fund.task.remote;

import io.jointlending.api.loan.BorrowerFactsQuery;
import io.jointlending.api.loan.BorrowerFactsService;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.fund.flow.domain.template.BorrowerFacts;
import io.jointlending.support.remote.Remote;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Borrowers as loan-provider knows them, asked when a message is filled in. The facts of one message are asked for once; they
 * stay in memory of the thread for a moment and are stored nowhere.
 */
public final class LoanBorrowerFacts implements BorrowerFacts {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final ThreadLocal<@Nullable Known> KNOWN = new ThreadLocal<>();

    private final BorrowerFactsService service;
    private final String secret;

    /**
     * @param secret what loan-provider wants to be shown
     */
    public LoanBorrowerFacts(BorrowerFactsService service, String secret) {
        this.service = service;
        this.secret = secret;
    }

    private record Known(String borrowerNo, IdentityFacts facts, long nanos) {}

    @Override
    public String name(String borrowerNo) {
        return facts(borrowerNo).name();
    }

    @Override
    public String idNumber(String borrowerNo) {
        return facts(borrowerNo).idNumber();
    }

    @Override
    public String mobile(String borrowerNo) {
        return facts(borrowerNo).mobile();
    }

    @Override
    public String card(String borrowerNo) {
        return facts(borrowerNo).cardNumber();
    }

    private IdentityFacts facts(String borrowerNo) {
        Known before = KNOWN.get();
        if (before != null
                && before.borrowerNo().equals(borrowerNo)
                && System.nanoTime() - before.nanos() < MOMENT.toNanos()) {
            return before.facts();
        }
        IdentityFacts facts = Remote.call(() -> service.findFacts(new BorrowerFactsQuery(borrowerNo, secret)));
        KNOWN.set(new Known(borrowerNo, facts, System.nanoTime()));
        return facts;
    }
}

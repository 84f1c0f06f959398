package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.FundAnswer;
import io.jointlending.fund.funding.domain.FundRequest;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Institution;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.LoanInput;
import io.jointlending.fund.funding.domain.NoAnswer;
import io.jointlending.fund.funding.domain.QueryLadder;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks institutions for money, and for the results of earlier requests. */
public final class AskInstitutions {
    private static final Logger LOG = LoggerFactory.getLogger(AskInstitutions.class);

    private final Transactions transactions;
    private final FundingOrders tasks;
    private final Institution institution;
    private final ConcludeStep concludeStep;
    private final QueryLadder ladder;
    private final Duration lease;

    /** The lease has to be longer than the calls of one step. */
    public AskInstitutions(
            Transactions transactions,
            FundingOrders tasks,
            Institution institution,
            ConcludeStep concludeStep,
            QueryLadder ladder,
            Duration lease) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.institution = institution;
        this.concludeStep = concludeStep;
        this.ladder = ladder;
        this.lease = lease;
    }

    /**
     * Stores the legs as sent, and only then asks. A crash in between leaves a request whose result is unknown, which is
     * closed by query; it never leaves a request that nobody knows of.
     */
    void send(Funding before, List<Leg> sent) {
        Funding toStore = before.with(sent).with(before.task().moved(FundingStatus.FUNDING));
        Optional<Funding> stored = transactions.inTransaction(() -> tasks.save(before, toStore, lease));
        stored.ifPresent(funding -> concludeStep.run(
                funding,
                funding.with(sent.stream()
                        .map(leg -> answered(leg, ask(funding, leg, institution::submit)))
                        .toList())));
    }

    /** Asks what became of requests. */
    void query(Funding before, List<Leg> sent) {
        concludeStep.run(
                before,
                before.with(sent.stream().map(leg -> queried(before, leg)).toList()));
    }

    private Leg queried(Funding funding, Leg leg) {
        Leg asked = leg.queried();
        FundAnswer answer = ask(funding, leg, institution::query);
        boolean resend =
                answer.outcome() == FundAnswer.Outcome.UNKNOWN_NUMBER && ladder.mayResend(asked.queryAttempts());
        return answered(asked, resend ? ask(funding, leg, institution::submit) : answer);
    }

    private static Leg answered(Leg leg, FundAnswer answer) {
        return switch (answer.outcome()) {
            case ACCEPTED -> leg.accepted(leg.amountFen());
            case REFUSED -> leg.rejected(answer.reason() == null ? "refused" : answer.reason());
            case PROCESSING, UNKNOWN_NUMBER -> leg;
        };
    }

    /** Whatever goes wrong on the way to an institution or back leaves the result unknown, which is what PROCESSING is. */
    private static FundAnswer ask(Funding funding, Leg leg, Function<FundRequest, FundAnswer> call) {
        FundRequest request = new FundRequest(
                leg.institutionCode(),
                leg.requestNo(),
                funding.task().orderNo(),
                leg.amountFen(),
                funding.task().shardKey(),
                funding.numberOf(leg),
                LoanInput.of(funding, leg),
                funding.task().routeAttempt(),
                funding.task().traceparent());
        try {
            return call.apply(request);
        } catch (NoAnswer e) {
            LOG.info(
                    "institution gives no answer requestNo={} institution={} why={}",
                    leg.requestNo(),
                    leg.institutionCode(),
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("institution call failed requestNo={} institution={}", leg.requestNo(), leg.institutionCode(), e);
        }
        return FundAnswer.processing();
    }
}

package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Institutions;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.funding.domain.NextStep;
import io.jointlending.fund.funding.domain.Pauses;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has institutions asked, and hears what they say. That a leg was sent and the work that sends it are stored in one transaction,
 * so there is never one without the other.
 */
public final class AskInstitutions {
    private static final Logger LOG = LoggerFactory.getLogger(AskInstitutions.class);

    private final Transactions transactions;
    private final FundingOrders tasks;
    private final Institutions institutions;
    private final Consumer<Alarm> alarms;
    private final Pauses pauses;

    /**
     * All stores share one data source.
     *
     * @param alarms tells somebody, in the running transaction
     */
    public AskInstitutions(
            Transactions transactions,
            FundingOrders tasks,
            Institutions institutions,
            Consumer<Alarm> alarms,
            Pauses pauses) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.institutions = institutions;
        this.alarms = alarms;
        this.pauses = pauses;
    }

    /** With every answer that is known now. */
    Funding heard(Funding before) {
        return before.with(institutions.answered(before));
    }

    /** What comes next. */
    NextStep next(Funding known) {
        return known.next(institutions::cancels);
    }

    /**
     * Sends to those that can be reached. For the others the order waits: nothing is sent, nobody answers in their place, and
     * somebody is told.
     */
    void send(Funding before, Funding known, List<Leg> sent) {
        List<Leg> reached = sent.stream()
                .filter(leg -> institutions.reaches(leg.institutionCode()))
                .toList();
        if (reached.isEmpty() && known.equals(before)) {
            transactions.inTransaction(() -> tellUnreached(sent, reached));
            tasks.putBack(before.task(), pauses.after(before.task().attempts()));
            return;
        }
        Funding legs = known.with(reached);
        Funding after = reached.isEmpty() ? legs : legs.with(legs.task().moved(FundingStatus.FUNDING));
        store(before, () -> {
            if (tasks.save(before, after, reached.size() == sent.size() ? pauses.result() : pauses.after(1))
                    .isPresent()) {
                reached.forEach(leg -> institutions.ask(after, leg));
                tellUnreached(sent, reached);
            }
        });
    }

    /** Asks for loans to be taken back. */
    void takeBack(Funding before, Funding known, List<Leg> cancelling) {
        Funding after = known.with(cancelling);
        store(before, () -> {
            if (tasks.save(before, after, pauses.result()).isPresent()) {
                cancelling.forEach(leg -> institutions.cancel(after, leg));
            }
        });
        LOG.info(
                "taken back as another institution refuses orderNo={}",
                before.task().orderNo());
    }

    private void tellUnreached(List<Leg> sent, List<Leg> reached) {
        for (Leg leg : sent) {
            if (!reached.contains(leg)) {
                LOG.warn("no active channel leads to {}, requestNo={} waits", leg.institutionCode(), leg.requestNo());
                alarms.accept(new Alarm(
                        "FUND_NO_CHANNEL",
                        leg.institutionCode(),
                        "Orders wait: no active channel with a flow for loans leads to " + leg.institutionCode()
                                + "."));
            }
        }
    }

    /** What an institution cannot be asked is not sent: the order waits, and somebody is told. */
    private void store(Funding before, Runnable work) {
        try {
            transactions.inTransaction(work);
        } catch (Refusal refusal) {
            String orderNo = before.task().orderNo();
            LOG.warn("not sent orderNo={} why={}", orderNo, refusal.getMessage());
            transactions.inTransaction(() -> alarms.accept(
                    new Alarm("FUND_NOT_SENT", orderNo, "The order waits, nothing was sent: " + refusal.getMessage())));
            tasks.putBack(before.task(), pauses.after(before.task().attempts()));
            return;
        }
        institutions.begin();
    }
}

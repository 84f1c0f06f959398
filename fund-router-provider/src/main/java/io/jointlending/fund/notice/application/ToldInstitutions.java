package io.jointlending.fund.notice.application;

import io.jointlending.api.message.InstitutionNotified;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskEnd;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a task that tells an institution its part of a repayment: who wants to learn that it knows it, learns it by a message
 * of the same transaction. An institution that does not take it has to be spoken to, so somebody is told.
 */
public final class ToldInstitutions implements TaskEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ToldInstitutions.class);

    private final SubOrders subOrders;
    private final Outbox outbox;
    private final Consumer<Alarm> alarms;
    private final boolean messages;

    /**
     * On the data source of the tasks.
     *
     * @param messages whether anybody listens: without, nothing is read and nothing is written
     */
    public ToldInstitutions(SubOrders subOrders, Outbox outbox, Consumer<Alarm> alarms, boolean messages) {
        this.subOrders = subOrders;
        this.outbox = outbox;
        this.alarms = alarms;
        this.messages = messages;
    }

    @Override
    public void ended(FundTask task, Outcome outcome, String why) {
        if (outcome == Outcome.REJECTED) {
            alarms.accept(new Alarm(
                    "FUND_NOTICE_REFUSED",
                    task.state().taskNo(),
                    task.key().channel() + " does not take the repayment "
                            + task.key().bizNo() + ": " + why));
        } else if (outcome == Outcome.SUCCESS && messages) {
            notified(task)
                    .ifPresentOrElse(
                            message -> outbox.add(new OutboxMessage(
                                    MessageTypes.TOPIC_FUND_ROUTER,
                                    MessageTypes.INSTITUTION_NOTIFIED,
                                    "notified-" + task.state().taskNo(),
                                    null,
                                    message)),
                            () -> LOG.info(
                                    "told of no sub-order of ours taskNo={}",
                                    task.state().taskNo()));
        }
    }

    @Override
    public void reopened(FundTask task) {
        // nobody was told that it knew
    }

    /** Empty for a task that a person submitted about something else than a sub-order. */
    private Optional<InstitutionNotified> notified(FundTask task) {
        Tree input = task.state().input();
        String orderNo = task.key().orderNo();
        String subOrderNo = text(input, "order", "no").orElse("");
        if (orderNo == null) {
            return Optional.empty();
        }
        List<SubOrder> live = subOrders.find(orderNo);
        return (live.isEmpty() ? subOrders.findArchived(orderNo) : live)
                .stream()
                        .filter(subOrder -> subOrder.subOrderNo().equals(subOrderNo))
                        .findFirst()
                        .map(subOrder -> message(task, subOrder, input));
    }

    private static InstitutionNotified message(FundTask task, SubOrder subOrder, Tree input) {
        return new InstitutionNotified(
                subOrder.orderNo(),
                subOrder.subOrderNo(),
                subOrder.institutionCode(),
                task.key().bizNo(),
                LocalDate.parse(text(input, "repayment", "date").orElseThrow()),
                fen(input, "principalFen"),
                fen(input, "interestFen"),
                fen(input, "penaltyFen"),
                fen(input, "feeFen"));
    }

    private static Optional<String> text(Tree input, String... path) {
        return input.at(List.of(path)).filter(Tree.Text.class::isInstance).map(text -> ((Tree.Text) text).value());
    }

    private static long fen(Tree input, String name) {
        return input.at(List.of("repayment", name))
                .filter(Tree.Numeral.class::isInstance)
                .map(numeral -> ((Tree.Numeral) numeral).value().longValueExact())
                .orElse(0L);
    }
}

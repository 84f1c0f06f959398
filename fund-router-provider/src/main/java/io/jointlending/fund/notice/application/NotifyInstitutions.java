package io.jointlending.fund.notice.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.notice.domain.EventSplits;
import io.jointlending.fund.notice.domain.Notice;
import io.jointlending.fund.notice.domain.Notices;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a task for each institution that an event of the ledger concerns, when the event is split: all of them in one
 * transaction, once. An institution that no active channel leads to, or whose channel has no flow {@code repayment}, learns it
 * from the daily file.
 */
public final class NotifyInstitutions {
    /** The behaviour of the tasks made here. */
    public static final String REPAYMENT = "repayment";

    private static final Logger LOG = LoggerFactory.getLogger(NotifyInstitutions.class);
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int LONGEST_SHIFT = 9;

    private final Transactions transactions;
    private final Notices notices;
    private final EventSplits splits;
    private final SubOrders subOrders;
    private final PublishedDefinitions definitions;
    private final SubmitTask submit;
    private final Runnable wakeRunner;

    /**
     * Notices, sub-orders and tasks share one data source.
     *
     * @param wakeRunner called when tasks were made
     */
    public NotifyInstitutions(
            Transactions transactions,
            Notices notices,
            EventSplits splits,
            SubOrders subOrders,
            PublishedDefinitions definitions,
            SubmitTask submit,
            Runnable wakeRunner) {
        this.transactions = transactions;
        this.notices = notices;
        this.splits = splits;
        this.subOrders = subOrders;
        this.definitions = definitions;
        this.submit = submit;
        this.wakeRunner = wakeRunner;
    }

    /** One round over notices that are due; returns how many. */
    public int round() {
        List<Notice> due = notices.claim(BATCH, LEASE);
        for (Notice notice : due) {
            try {
                tell(notice);
            } catch (Refusal refusal) {
                notices.putBack(notice, pause(notice), refusal.code().code() + " " + refusal.getMessage());
                LOG.info(
                        "notice waits orderNo={} sequence={} why={}",
                        notice.orderNo(),
                        notice.sequence(),
                        refusal.getMessage());
            }
        }
        return due.size();
    }

    private void tell(Notice notice) {
        List<EventSplits.Part> parts =
                splits.find(notice.orderNo(), notice.sequence()).orElse(null);
        if (parts == null || (parts.isEmpty() && notice.settledSomething())) {
            notices.putBack(notice, pause(notice), "not split yet");
            return;
        }
        int made = transactions.inTransaction(() -> {
            Map<Integer, String> numbers = numbers(notice.orderNo());
            int tasks = 0;
            for (EventSplits.Part part : parts) {
                tasks += submit(notice, part, numbers);
            }
            notices.done(notice, tasks);
            return tasks;
        });
        if (made > 0) {
            wakeRunner.run();
        }
    }

    /** The numbers under which institutions know their parts, by seat. */
    private Map<Integer, String> numbers(String orderNo) {
        List<SubOrder> live = subOrders.find(orderNo);
        return (live.isEmpty() ? subOrders.findArchived(orderNo) : live)
                .stream().collect(Collectors.toUnmodifiableMap(SubOrder::seat, SubOrder::subOrderNo));
    }

    private int submit(Notice notice, EventSplits.Part part, Map<Integer, String> numbers) {
        ChannelDefinition channel =
                definitions.channelTo(part.institutionCode()).orElse(null);
        if (channel == null
                || definitions.activeFlow(channel.channel() + "." + REPAYMENT).isEmpty()) {
            return 0;
        }
        String subOrderNo = numbers.get(part.seat());
        if (subOrderNo == null) {
            throw new IllegalStateException(
                    "order " + notice.orderNo() + " is split to seat " + part.seat() + ", which has no sub-order");
        }
        TaskKey key =
                new TaskKey(channel.channel(), REPAYMENT, notice.repaymentNo(), 1, notice.orderNo(), notice.shardKey());
        submit.run(
                key,
                input(notice, part, subOrderNo),
                new SubmitTask.Manner(FundTask.BATCH, null, notice.traceparent()));
        return 1;
    }

    private static Tree.Fields input(Notice notice, EventSplits.Part part, String subOrderNo) {
        Tree.Fields repayment = Tree.Fields.empty()
                .with("no", new Tree.Text(notice.repaymentNo()))
                .with("kind", new Tree.Text(notice.kind()))
                .with("date", new Tree.Text(notice.valueDate().toString()))
                .with("principalFen", Tree.Numeral.of(part.principalFen()))
                .with("interestFen", Tree.Numeral.of(part.interestFen()))
                .with("penaltyFen", Tree.Numeral.of(part.penaltyFen()))
                .with("feeFen", Tree.Numeral.of(part.feeFen()));
        return Tree.Fields.empty()
                .with("order", Tree.Fields.empty().with("no", new Tree.Text(subOrderNo)))
                .with("repayment", repayment);
    }

    /** 1 s, 2 s, 4 s … at most about 8 minutes. */
    private static Duration pause(Notice notice) {
        return FIRST.multipliedBy(1L << Math.min(LONGEST_SHIFT, Math.max(0, notice.attempts() - 1)));
    }
}

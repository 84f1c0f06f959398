package io.jointlending.fund.notice.messaging;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.notice.domain.Notice;
import io.jointlending.fund.notice.domain.Notices;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.order.OrderNumbers;
import java.util.function.BooleanSupplier;

/** Hears what was booked on ledgers, as long as any institution is told of it by a flow; if none is, nothing is kept. */
public final class NoticeListener {
    private static final String GROUP = "fund-router-notice";

    /** What older senders leave out. */
    private static final String PAYMENT = "PAYMENT";

    private static final String REVERSAL = "REVERSAL";

    private NoticeListener() {}

    /** Adds the notice in the transaction that remembers the message. */
    public static Subscription<RepaymentPosted> posted(Notices notices, BooleanSupplier anybodyIsTold) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_POSTED,
                GROUP,
                RepaymentPosted.class,
                message -> anybodyIsTold.getAsBoolean(),
                (message, context) -> notices.add(new Notice(
                        message.orderNo(),
                        message.sequence(),
                        OrderNumbers.geneOf(message.orderNo()),
                        message.repaymentNo(),
                        message.kind() == null ? PAYMENT : message.kind(),
                        message.appliedFen() != 0,
                        message.valueDate(),
                        0,
                        context.traceparent())));
    }

    /** The same for what was taken back. */
    public static Subscription<RepaymentReversed> reversed(Notices notices, BooleanSupplier anybodyIsTold) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_REVERSED,
                GROUP,
                RepaymentReversed.class,
                message -> anybodyIsTold.getAsBoolean(),
                (message, context) -> notices.add(new Notice(
                        message.orderNo(),
                        message.sequence(),
                        OrderNumbers.geneOf(message.orderNo()),
                        message.repaymentNo(),
                        REVERSAL,
                        message.appliedFen() != 0,
                        message.valueDate(),
                        0,
                        context.traceparent())));
    }
}

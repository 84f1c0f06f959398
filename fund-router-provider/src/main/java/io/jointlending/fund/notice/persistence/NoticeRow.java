package io.jointlending.fund.notice.persistence;

import io.jointlending.fund.notice.domain.Notice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code repayment_notice}. */
record NoticeRow(
        String orderNo,
        Long sequenceNo,
        Integer shardKey,
        String repaymentNo,
        String eventKind,
        Boolean settledSomething,
        LocalDate valueDate,
        Integer attempts,
        @Nullable String traceparent) {
    Notice notice() {
        return new Notice(
                orderNo,
                sequenceNo,
                shardKey,
                repaymentNo,
                eventKind,
                settledSomething,
                valueDate,
                attempts,
                traceparent);
    }
}

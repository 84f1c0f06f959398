package io.jointlending.fund.notice.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event of a ledger that institutions have to be told of.
 *
 * @param orderNo master order
 * @param sequence place among the events of the order's ledger
 * @param shardKey gene of the borrower, 0 to 1023
 * @param repaymentNo number of the event
 * @param kind its kind, such as PAYMENT or REVERSAL
 * @param settledSomething whether it settled dues, so that there must be parts of it
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param attempts claims so far
 * @param traceparent trace of the message, or null
 */
public record Notice(
        String orderNo,
        long sequence,
        int shardKey,
        String repaymentNo,
        String kind,
        boolean settledSomething,
        LocalDate valueDate,
        int attempts,
        @Nullable String traceparent) {}

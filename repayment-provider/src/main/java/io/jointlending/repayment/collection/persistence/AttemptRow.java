package io.jointlending.repayment.collection.persistence;

import io.jointlending.repayment.collection.domain.AttemptState;
import io.jointlending.repayment.collection.domain.CollectionAttempt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code collection_attempt}, in the order of the columns read. */
record AttemptRow(
        String orderNo,
        LocalDate businessDate,
        String paymentNo,
        long amountFen,
        int status,
        int queries,
        long sentSeconds,
        @Nullable String referenceNo,
        @Nullable String repaymentNo,
        @Nullable String reason) {

    CollectionAttempt attempt() {
        return new CollectionAttempt(
                orderNo,
                businessDate,
                paymentNo,
                amountFen,
                AttemptState.of(status),
                queries,
                sentSeconds,
                referenceNo,
                repaymentNo,
                reason);
    }
}

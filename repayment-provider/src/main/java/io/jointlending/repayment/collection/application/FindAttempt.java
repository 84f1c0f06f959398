package io.jointlending.repayment.collection.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.CollectionAttemptView;
import io.jointlending.repayment.collection.domain.CollectionAttempt;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;

/** What became of the collection of an order on a day. */
public final class FindAttempt {
    private final CollectionAttempts attempts;

    /** Looks among these attempts. */
    public FindAttempt(CollectionAttempts attempts) {
        this.attempts = attempts;
    }

    /** The attempt. Code: A0563. */
    public CollectionAttemptView run(String orderNo, LocalDate businessDate) {
        CollectionAttempt attempt = attempts.find(orderNo, businessDate)
                .orElseThrow(() -> new Refusal(ErrorCodes.COLLECTION_NOT_FOUND, "orderNo"));
        return new CollectionAttemptView(
                attempt.orderNo(),
                attempt.businessDate(),
                attempt.state().name(),
                attempt.amountFen(),
                attempt.paymentNo(),
                attempt.queries(),
                attempt.reference(),
                attempt.repaymentNo(),
                attempt.reason());
    }
}

package io.jointlending.loan.order.application;

import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.loan.borrower.application.ActivationBody;
import io.jointlending.loan.borrower.domain.Borrowers;
import org.jspecify.annotations.Nullable;

/**
 * What a loan out is compared by when its request number comes again; see {@link ActivationBody}.
 *
 * @param requestNo request number
 * @param orderNo master order
 * @param activation null when the request brings none
 */
record LoanOutBody(String requestNo, String orderNo, @Nullable ActivationBody activation) {
    static LoanOutBody of(LoanOutRequest request, Borrowers borrowers) {
        return new LoanOutBody(
                request.requestNo(),
                request.orderNo(),
                request.activation() == null ? null : ActivationBody.of(request.activation(), borrowers));
    }
}

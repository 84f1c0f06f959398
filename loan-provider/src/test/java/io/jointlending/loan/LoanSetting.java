package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.support.error.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Where a contract is tried: the use cases over some stores, and a look at what they left behind. */
interface LoanSetting {
    /** The amount of every order that needs no special one, in fen. */
    long AMOUNT = 100_000;

    /** The use cases. */
    LoanWorld world();

    /** What the fund side was told of an order. */
    List<MasterOrderActivated> told(String orderNo);

    /** Reasons of the discrepancies of an order, in the order of their first report. */
    List<String> discrepancies(String orderNo);

    /** Makes every waiting order due, as time would. */
    void dueNow();

    /** Asserts that a call is refused. */
    static void refused(ThrowingCallable call, ErrorCode code, @Nullable String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}

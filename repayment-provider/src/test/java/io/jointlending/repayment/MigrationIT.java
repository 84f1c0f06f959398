package io.jointlending.repayment;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import org.junit.jupiter.api.Test;

/** What was booked before a version of the schema is as sound after it. */
class MigrationIT {
    private static final String ORDER = "2601150000000000010042";
    private static final long PRINCIPAL = 1_000_000;

    @Test
    void payments_of_the_first_version_are_events_of_the_second() {
        try (RepaymentDatabase database = new RepaymentDatabase()) {
            RepaymentWorld world = StoredRepayments.on(database);
            world.activated(TestLedgers.ledger(ORDER, PRINCIPAL, 6));
            world.funded(RepaymentWorld.created(ORDER, TestLedgers.composition(ORDER, PRINCIPAL, 7, 3)));
            world.calendar().move(START.plusDays(40));
            world.repay(ORDER, 234_567);
            Object before = world.ledger(ORDER);
            database.takeBackAndApply("V002");
            assertThat(database.brokenRules()).isEmpty();
            assertThat(world.ledger(ORDER)).isEqualTo(before);
            assertThat(world.repay(ORDER, world.quote(ORDER).totalFen()).settled())
                    .isTrue();
            assertThat(database.brokenRules()).isEmpty();
        }
    }
}

package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.Eventually;
import io.jointlending.support.wiring.SchemaFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An instance that goes offline takes no new task, ends the calls that are under way, and still takes callbacks. */
class TaskOfflineIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void an_instance_that_goes_offline_ends_its_calls_takes_nothing_new_and_still_takes_callbacks() {
        try (SchemaFixture database = SchemaFixture.create("fund_router");
                FakeBank bank = new FakeBank();
                TaskNode leaving = new TaskNode(database, "leaving", new HttpCalls(bank.address(), LIMIT))) {
            leaving.publishFirstBank();
            bank.plans.put("L1", FakeBank.Loan.SLOW);
            leaving.submitLoan("L1");
            leaving.start();
            Eventually.within(LIMIT, "the loan is asked for", () -> bank.moved("L1") == 1);

            leaving.pause();
            leaving.submitLoan("L2");
            leaving.wake();
            assertThat(leaving.quiet()).as("a call is under way").isFalse();
            assertThat(leaving.callBack("L1", "m1", "0000"))
                    .as("a callback is stored and acknowledged")
                    .isTrue();
            assertThat(status(database, "L1")).as("it was not cut off").isEqualTo("2");

            bank.slowRelease.countDown();
            Eventually.within(LIMIT, "the call has ended", leaving::quiet);
            assertThat(status(database, "L1")).as("its answer is stored").isEqualTo("1");
            assertThat(database.texts("SELECT status FROM fund_callback")).containsExactly("PENDING");
            assertThat(status(database, "L2")).isEqualTo("1");
            assertThat(bank.requests).noneMatch(line -> line.contains(" L2 "));

            try (TaskNode other = new TaskNode(database, "other", new HttpCalls(bank.address(), LIMIT))) {
                other.start();
                Eventually.within(LIMIT, "another instance ends the first", () -> status(database, "L1")
                        .equals("7"));
                Eventually.within(LIMIT, "and begins the second", () -> bank.moved("L2") == 1);
                other.pause();
                Eventually.within(LIMIT, "and leaves too", other::quiet);
            }
            assertThat(database.texts("SELECT status FROM fund_callback")).containsExactly("APPLIED");
            assertThat(bank.seen("loan/apply", "L1")).hasSize(1);
            assertThat(bank.seen("loan/query", "L1")).as("the callback said it").isEmpty();

            leaving.resume();
            Eventually.within(LIMIT, "back online it works again", () -> status(database, "L2")
                    .equals("7"));
        }
    }

    private static String status(SchemaFixture database, String loan) {
        return database.texts("SELECT status FROM fund_task WHERE biz_no = '" + loan + "'")
                .get(0);
    }
}

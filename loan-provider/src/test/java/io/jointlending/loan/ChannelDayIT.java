package io.jointlending.loan;

import static io.jointlending.loan.LoanSetting.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ChannelDaysQuery;
import io.jointlending.api.loan.DayOfChannelsQuery;
import io.jointlending.loan.channelday.ChannelDays;
import io.jointlending.loan.channelday.ChannelReportRpc;
import io.jointlending.loan.channelday.CountChannelDays;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.memory.SettableChannels;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.remote.Remote;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChannelDayIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();
    private static final String APP = SettableChannels.CODE;
    private static final LocalDate DAY = LoanWorld.TODAY;

    private final LoanWorld world = new MySqlLoans(DATABASE).world();
    private final ChannelDays days = new ChannelDays(DATABASE.session());
    private final CountChannelDays job = new CountChannelDays(days);
    private final ChannelReportRpc reports = new ChannelReportRpc(days);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_day_is_counted_by_channel_and_counted_again_as_things_stand_then() {
        world.activate("B-1", LoanWorld.person(1));
        String paid = submit(APP, 100_000);
        String failed = submit(APP, 50_000);
        submit(APP, 20_001);
        world.submit("B-1", 30_000);
        world.loanOut(paid);
        world.loanOut(failed);
        world.report(failed, "P-F", "FAILED", 50_000);

        assertThat(run(DAY.plusDays(1))).as("one step for each of seven days").isEqualTo(7);
        assertThat(lines(DAY)).containsExactly("(none) 1 30000 lent 0 0 failed 0", APP + " 3 170001 lent 0 0 failed 1");

        world.report(paid, "P-S", "SUCCESS", 100_000);
        run(DAY.plusDays(1));
        List<String> counted = List.of("(none) 1 30000 lent 0 0 failed 0", APP + " 3 170001 lent 1 100000 failed 1");
        assertThat(lines(DAY)).isEqualTo(counted);
        run(DAY.plusDays(1));
        assertThat(lines(DAY)).as("counted again").isEqualTo(counted);
        assertThat(DATABASE.jdbc().queryForObject("SELECT COUNT(*) FROM channel_day", Long.class))
                .isEqualTo(2);

        archive(paid);
        run(DAY.plusDays(6));
        assertThat(lines(DAY))
                .as("an archived order is still an order of its day")
                .isEqualTo(counted);
        assertThat(Remote.data(reports.findChannelDays(new ChannelDaysQuery(APP, DAY.minusDays(3), DAY.plusDays(3))))
                        .days())
                .singleElement()
                .satisfies(day -> assertThat(day.businessDate()).isEqualTo(DAY));
        assertThat(Remote.data(reports.findChannelDays(new ChannelDaysQuery("OTHER", DAY, DAY)))
                        .days())
                .isEmpty();
    }

    @Test
    void a_run_that_stops_goes_on_at_the_date_where_it_stopped() {
        submit(APP, 10_000);
        Step first = step(DAY.plusDays(1), "");
        assertThat(first.cursor()).isEqualTo(DAY.minusDays(5).toString());
        assertThatThrownBy(() -> DATABASE.transactions().inTransaction(() -> {
                    step(DAY.plusDays(1), DAY.toString());
                    throw new IllegalStateException("the instance dies in this step");
                }))
                .hasMessageContaining("dies");
        assertThat(lines(DAY)).as("a step that fails leaves nothing").isEmpty();
        assertThat(step(DAY.plusDays(1), DAY.toString()).last()).isTrue();
        assertThat(lines(DAY)).containsExactly(APP + " 1 10000 lent 0 0 failed 0");
    }

    @Test
    void a_range_of_days_that_nobody_can_mean_is_refused() {
        refused(
                () -> reports.findChannelDays(new ChannelDaysQuery(APP, DAY, DAY.minusDays(1))),
                ErrorCodes.INVALID_REQUEST,
                "toDate");
        refused(
                () -> reports.findChannelDays(new ChannelDaysQuery(APP, DAY, DAY.plusDays(400))),
                ErrorCodes.INVALID_REQUEST,
                "toDate");
    }

    private String submit(String channelCode, long amountFen) {
        return world.submit()
                .run(world.submissionBy(channelCode, "B-1", amountFen))
                .orderNo();
    }

    /** All steps of a run; answers how many. */
    private int run(LocalDate businessDate) {
        int steps = 0;
        String cursor = "";
        Step step;
        do {
            step = step(businessDate, cursor);
            cursor = step.cursor();
            steps++;
        } while (!step.last());
        return steps;
    }

    private Step step(LocalDate businessDate, String cursor) {
        return DATABASE.transactions().inTransaction(() -> job.step(new Slice(businessDate, 0, 1, cursor)));
    }

    private List<String> lines(LocalDate date) {
        return Remote.data(reports.findDayOfChannels(new DayOfChannelsQuery(date))).days().stream()
                .map(day -> day.channelCode() + " " + day.submittedCount() + " " + day.submittedFen() + " lent "
                        + day.lentCount() + " " + day.lentFen() + " failed " + day.failedCount())
                .toList();
    }

    private static void archive(String orderNo) {
        String columns = String.join(
                ", ",
                DATABASE.jdbc()
                        .queryForList(
                                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                                        + " AND table_name = 'loan_order'",
                                String.class));
        DATABASE.jdbc()
                .update(
                        "INSERT INTO loan_order_archive (" + columns + ") SELECT " + columns
                                + " FROM loan_order WHERE order_no = ?",
                        orderNo);
        DATABASE.jdbc().update("DELETE FROM loan_order WHERE order_no = ?", orderNo);
    }
}

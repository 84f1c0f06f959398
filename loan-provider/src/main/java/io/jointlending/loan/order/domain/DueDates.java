package io.jointlending.loan.order.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Due dates on a fixed day of the month (还款日). */
final class DueDates {
    /** A first period shorter than this moves to the month after, so that nobody pays two weeks after the loan out. */
    private static final int FIRST_PERIOD_DAYS_MIN = 15;

    private DueDates() {}

    /** Monthly due dates on this day (1 to 28), the first at least 15 days after the start. */
    static List<LocalDate> onDay(LocalDate start, int day, int installments) {
        LocalDate thisMonth = start.withDayOfMonth(day);
        LocalDate earliest = start.plusDays(FIRST_PERIOD_DAYS_MIN);
        LocalDate first = thisMonth;
        while (first.isBefore(earliest)) {
            first = first.plusMonths(1);
        }
        LocalDate from = first;
        return IntStream.range(0, installments).mapToObj(from::plusMonths).toList();
    }
}

package io.jointlending.support.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    @Test
    void the_business_day_begins_at_midnight_in_shanghai() {
        SettableClock clock = new SettableClock(Instant.parse("2026-02-28T15:59:59Z"));
        BusinessCalendar calendar = BusinessCalendar.following(clock);
        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 2, 28));

        clock.advance(Duration.ofSeconds(1));

        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(calendar.now()).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
    }

    @Test
    void in_production_it_cannot_be_moved() {
        BusinessCalendar calendar = BusinessCalendar.following(new SettableClock(Instant.EPOCH));

        assertThatThrownBy(() -> calendar.move(LocalDate.of(2026, 3, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fixed_calendar_stands_until_it_is_moved() {
        BusinessCalendar calendar = BusinessCalendar.fixed(LocalDate.of(2026, 1, 31));
        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 1, 31));

        calendar.move(LocalDate.of(2026, 2, 28));

        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(calendar.now().toLocalDate()).isEqualTo(LocalDate.of(2026, 1, 31));
    }
}

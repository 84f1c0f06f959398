package io.jointlending.support.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * The business date, Asia/Shanghai. In production it is the wall clock's day. In development a row of
 * {@code business_calendar} says what today is taken for, for every instance of the provider at once. Leases, retries and
 * sweeps never ask it: they use the database's clock.
 */
public final class BusinessCalendar {
    /** The zone of business days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final @Nullable MovedDate moved;

    private BusinessCalendar(Clock clock, @Nullable MovedDate moved) {
        this.clock = clock;
        this.moved = moved;
    }

    /** A calendar that follows the clock and refuses to be moved. */
    public static BusinessCalendar following(Clock clock) {
        return new BusinessCalendar(clock, null);
    }

    /** A calendar that the row of {@code business_calendar} moves. Development only. */
    public static BusinessCalendar movable(Clock clock, SqlSession session) {
        return new BusinessCalendar(clock, new StoredDate(session));
    }

    /** A calendar that stands at one day until it is moved. For tests. */
    public static BusinessCalendar fixed(LocalDate date) {
        Clock noon = Clock.fixed(date.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
        return new BusinessCalendar(noon, new HeldDate(new AtomicReference<>(date)));
    }

    /** Today, Asia/Shanghai. */
    public LocalDate today() {
        LocalDate set = moved == null ? null : moved.get();
        return set == null ? now().toLocalDate() : set;
    }

    /** The wall clock in {@link #ZONE}, for views and logs, never for leases. Moving the calendar does not move it. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    /** Makes the given day today. Development only: a calendar that follows the clock throws IllegalStateException. */
    public void move(LocalDate businessDate) {
        if (moved == null) {
            throw new IllegalStateException("the business date moves only where jl.development is true");
        }
        moved.set(businessDate);
    }

    private interface MovedDate {
        @Nullable
        LocalDate get();

        void set(LocalDate date);
    }

    private record HeldDate(AtomicReference<LocalDate> date) implements MovedDate {
        @Override
        public @Nullable LocalDate get() {
            return date.get();
        }

        @Override
        public void set(LocalDate businessDate) {
            date.set(businessDate);
        }
    }

    private static final class StoredDate implements MovedDate {
        private final BusinessCalendarMapper mapper;

        StoredDate(SqlSession session) {
            if (!session.getConfiguration().hasMapper(BusinessCalendarMapper.class)) {
                session.getConfiguration().addMapper(BusinessCalendarMapper.class);
            }
            this.mapper = session.getMapper(BusinessCalendarMapper.class);
        }

        @Override
        public @Nullable LocalDate get() {
            return mapper.find();
        }

        @Override
        public void set(LocalDate businessDate) {
            mapper.put(businessDate);
        }
    }
}

package io.jointlending.fund.route.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an institution is open on a day, Asia/Shanghai. The first moment of a range is inside, its last is not: 06:00-22:30
 * ends before 22:30:00.000. A range that ends before it begins goes on over midnight.
 *
 * @param ranges at least one
 */
public record OpenHours(List<Range> ranges) {
    /** Always. */
    public static final OpenHours ALWAYS =
            new OpenHours(List.of(new Range(0, Duration.ofDays(1).toMinutes())));

    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final int MINUTES = 60;

    public OpenHours {
        ranges = List.copyOf(ranges);
    }

    /** Minutes of the day; {@code to} may be 1440 for the end of the day. */
    public record Range(long from, long to) {}

    /** Ranges such as 06:00-22:30; empty where one is not in this form or there is none. */
    public static Optional<OpenHours> parse(List<String> texts) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long from = minute(matcher.group(1), matcher.group(2));
            long to = minute(matcher.group(3), matcher.group(4));
            if (from == to || to > OpenHours.ALWAYS.ranges.get(0).to()) {
                return Optional.empty();
            }
            ranges.add(new Range(from, to));
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new OpenHours(ranges));
    }

    /** Whether it is open at this time of the day. */
    public boolean holds(LocalTime time) {
        long minute = time.toSecondOfDay() / MINUTES;
        for (Range range : ranges) {
            boolean overnight = range.to() < range.from();
            boolean inside = overnight
                    ? minute >= range.from() || minute < range.to()
                    : minute >= range.from() && minute < range.to();
            if (inside) {
                return true;
            }
        }
        return false;
    }

    private static long minute(String hour, String minute) {
        return Long.parseLong(hour) * MINUTES + Long.parseLong(minute);
    }
}

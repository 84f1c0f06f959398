package io.jointlending.fund.route.application;

import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.Quota;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.route.domain.FundChannel;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.FundSnapshot;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenBreakers;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Looks at everything a route needs to know of schemes and institutions, outside any transaction. */
public final class Snapshots {
    private final FundConfiguration configuration;
    private final Quotas quotas;
    private final OpenBreakers breakers;
    private final BusinessCalendar calendar;
    private final Transactions transactions;
    /** What this instance has brought up to date last, so that it is written once per day and version. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(LocalDate day, long version) {}

    /** The transactions are for the rows of quotas. */
    public Snapshots(
            FundConfiguration configuration,
            Quotas quotas,
            OpenBreakers breakers,
            BusinessCalendar calendar,
            Transactions transactions) {
        this.configuration = configuration;
        this.quotas = quotas;
        this.breakers = breakers;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /**
     * What was seen.
     *
     * @param snapshot for the route
     * @param channels fund channels by institution
     * @param day business day whose quotas were seen
     */
    record Seen(FundSnapshot snapshot, Map<String, FundChannel> channels, LocalDate day) {
        /** The quotas that count an order of an institution; that of the day even where it is missing, so that it is refused. */
        List<Dimension> dimensions(String institutionCode) {
            FundChannel channel = channels.get(institutionCode);
            List<Dimension> configured = channel == null ? List.of() : Snapshots.dimensions(channel);
            return configured.contains(Dimension.DAY) ? configured : List.of(Dimension.DAY);
        }
    }

    /** Now, with the time of the clock on the day of the calendar, so that a moved calendar moves windows and quotas. */
    LocalDateTime now() {
        return calendar.today().atTime(calendar.now().toLocalTime());
    }

    /** Everything about these schemes at a time, which is now except in a dry run. */
    Seen look(Collection<String> schemeCodes, LocalDateTime at) {
        Map<String, Scheme> schemes = new HashMap<>();
        Set<String> institutions = new TreeSet<>();
        for (String code : schemeCodes) {
            configuration.scheme(code).ifPresent(scheme -> {
                schemes.put(code, scheme);
                scheme.external().forEach(share -> institutions.add(share.institutionCode()));
            });
        }
        Map<String, FundChannel> channels = new HashMap<>();
        institutions.forEach(code -> configuration.channel(code).ifPresent(channel -> channels.put(code, channel)));
        LocalDate day = at.toLocalDate();
        if (day.equals(calendar.today())) {
            channels.values().forEach(channel -> keep(channel, day));
        }
        Map<String, List<Quota>> counted =
                quotas.find(channels.keySet(), day).stream().collect(Collectors.groupingBy(Quota::institutionCode));
        Set<String> open = breakers.of(channels.keySet());
        Map<String, FundState> states = new HashMap<>();
        channels.forEach((code, channel) -> states.put(
                code,
                new FundState(
                        channel.paused(),
                        channel.hours(),
                        channel.closed(),
                        open.contains(code),
                        headroom(channel, counted.getOrDefault(code, List.of())))));
        return new Seen(new FundSnapshot(at, schemes, states), channels, day);
    }

    /** Once per day and version, by one thread: what every order would write, the first one writes. */
    private void keep(FundChannel channel, LocalDate day) {
        Kept now = new Kept(day, channel.version());
        if (now.equals(kept.get(channel.institutionCode()))) {
            return;
        }
        synchronized (kept) {
            if (!now.equals(kept.get(channel.institutionCode()))) {
                transactions.inTransaction(
                        () -> quotas.keep(channel.institutionCode(), channel.version(), channel.limits(), day));
                kept.put(channel.institutionCode(), now);
            }
        }
    }

    /** Empty where a quota is not configured for the day, or its row is missing. */
    private static OptionalLong headroom(FundChannel channel, List<Quota> counted) {
        List<Dimension> needed = dimensions(channel);
        List<Quota> counting = counted.stream()
                .filter(quota -> needed.contains(quota.dimension()))
                .toList();
        if (!needed.contains(Dimension.DAY) || counting.size() != needed.size()) {
            return OptionalLong.empty();
        }
        return counting.stream().mapToLong(Quota::headroomFen).min();
    }

    private static List<Dimension> dimensions(FundChannel channel) {
        return channel.limits().stream()
                .map(QuotaLimit::dimension)
                .distinct()
                .sorted()
                .toList();
    }
}

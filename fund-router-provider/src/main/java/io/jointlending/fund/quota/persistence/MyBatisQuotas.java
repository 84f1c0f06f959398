package io.jointlending.fund.quota.persistence;

import io.jointlending.fund.quota.domain.Claim;
import io.jointlending.fund.quota.domain.Dimension;
import io.jointlending.fund.quota.domain.Quota;
import io.jointlending.fund.quota.domain.QuotaLimit;
import io.jointlending.fund.quota.domain.QuotaRefused;
import io.jointlending.fund.quota.domain.Quotas;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;

/** Quotas of the tables {@code fund_quota} and {@code fund_quota_entry}. */
public final class MyBatisQuotas implements Quotas {
    private static final long NANOS_PER_MICRO = 1_000;

    private final QuotaMapper mapper;
    private final LeakMapper leaks;

    /** On the database of this session. */
    public MyBatisQuotas(SqlSession session) {
        this.mapper = mapper(session, QuotaMapper.class);
        this.leaks = mapper(session, LeakMapper.class);
    }

    @Override
    public List<Quota> find(Collection<String> institutionCodes, LocalDate day) {
        return institutionCodes.isEmpty()
                ? List.of()
                : mapper.find(institutionCodes, Dimension.DAY.period(day)).stream()
                        .map(QuotaRow::quota)
                        .toList();
    }

    @Override
    public List<Quota> page(LocalDate day, String afterInstitution, int limit) {
        return mapper.page(Dimension.DAY.period(day), afterInstitution, limit).stream()
                .map(QuotaRow::quota)
                .toList();
    }

    @Override
    public void keep(String institutionCode, long version, List<QuotaLimit> limits, LocalDate day) {
        for (QuotaLimit limit : sorted(limits)) {
            mapper.keep(
                    new QuotaRow(
                            institutionCode,
                            limit.dimension().name(),
                            limit.dimension().period(day),
                            limit.limitFen(),
                            0L,
                            0L,
                            limit.alarmBp()),
                    version);
        }
    }

    private static List<QuotaLimit> sorted(List<QuotaLimit> limits) {
        return limits.stream()
                .sorted(Comparator.comparing(QuotaLimit::dimension))
                .toList();
    }

    @Override
    public void reserve(Attempt attempt, List<Claim> claims) {
        List<Movement> movements = new ArrayList<>();
        for (EntryRow entry : mapper.entries(attempt.orderNo(), EntryRow.RESERVED)) {
            if (entry.attempt() < attempt.number() && mapper.moveEntry(entry, EntryRow.RELEASED) == 1) {
                entry.counted()
                        .forEach(dimension -> movements.add(new Movement(
                                entry.institutionCode(), dimension, entry.period(dimension), -entry.amountFen())));
            }
        }
        for (Claim claim : claims) {
            claim.dimensions()
                    .forEach(dimension -> movements.add(new Movement(
                            claim.institutionCode(), dimension, dimension.period(attempt.day()), claim.amountFen())));
        }
        movements.stream().sorted(Movement.ORDER).forEach(this::carryOut);
        if (!claims.isEmpty()) {
            mapper.insertEntries(claims.stream()
                    .map(claim -> EntryRow.reserved(attempt, claim))
                    .toList());
        }
    }

    private void carryOut(Movement one) {
        if (one.amountFen() < 0) {
            count(one.institutionCode(), one.dimension(), one.period(), one.amountFen(), 0);
            return;
        }
        int rows = mapper.reserve(one.institutionCode(), one.dimension().name(), one.period(), one.amountFen());
        if (rows != 1) {
            boolean missing =
                    mapper.count(one.institutionCode(), one.dimension().name(), one.period()) == 0;
            throw new QuotaRefused(one.institutionCode(), one.dimension(), missing);
        }
    }

    /** Above 0 to reserve, below to give back. */
    private record Movement(String institutionCode, Dimension dimension, String period, long amountFen) {
        /** What is given back comes before what is reserved of the same row. */
        private static final Comparator<Movement> ORDER = Comparator.comparing(Movement::institutionCode)
                .thenComparing(Movement::dimension)
                .thenComparing(Movement::period)
                .thenComparingLong(Movement::amountFen);
    }

    @Override
    public void settle(String orderNo, Set<String> funding) {
        // By institution, used or released: the rows are locked in one order.
        for (EntryRow entry : mapper.entries(orderNo, EntryRow.RESERVED)) {
            boolean used = funding.contains(entry.institutionCode());
            move(entry, used ? EntryRow.USED : EntryRow.RELEASED, -1, used ? 1 : 0, entry.counted());
        }
    }

    @Override
    public void returned(String orderNo, boolean settled) {
        String from = settled ? EntryRow.USED : EntryRow.RETURNED;
        for (EntryRow entry : mapper.entries(orderNo, from)) {
            List<Dimension> balance = entry.counted().stream()
                    .filter(dimension -> dimension == Dimension.BALANCE)
                    .toList();
            move(entry, settled ? EntryRow.RETURNED : EntryRow.USED, 0, settled ? -1 : 1, balance);
        }
    }

    @Override
    public List<Leak> leaks(Duration age, int limit) {
        return leaks.leaks(age.toNanos() / NANOS_PER_MICRO, limit).stream()
                .map(LeakRow::leak)
                .toList();
    }

    @Override
    public boolean end(Leak leak) {
        EntryRow entry = mapper.entry(leak.orderNo(), leak.attempt(), leak.institutionCode());
        return entry != null
                && entry.status().equals(EntryRow.RESERVED)
                && move(
                        entry,
                        leak.used() ? EntryRow.USED : EntryRow.RELEASED,
                        -1,
                        leak.used() ? 1 : 0,
                        entry.counted());
    }

    /** Nothing is counted unless this call has changed the state. */
    private boolean move(EntryRow entry, String to, int reserved, int used, List<Dimension> dimensions) {
        if (mapper.moveEntry(entry, to) != 1) {
            return false;
        }
        for (Dimension dimension : dimensions) {
            count(
                    entry.institutionCode(),
                    dimension,
                    entry.period(dimension),
                    Math.multiplyExact(entry.amountFen(), (long) reserved),
                    Math.multiplyExact(entry.amountFen(), (long) used));
        }
        return true;
    }

    private void count(String institution, Dimension dimension, String period, long reserved, long used) {
        if (mapper.move(institution, dimension.name(), period, reserved, used) != 1) {
            throw new IllegalStateException("something is reserved of a quota that is gone: " + dimension + " " + period
                    + " of " + institution);
        }
    }

    private static <M> M mapper(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }
}

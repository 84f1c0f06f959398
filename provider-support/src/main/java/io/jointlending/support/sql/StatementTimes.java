package io.jointlending.support.sql;

import io.jointlending.api.ops.StatementTimeView;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;

/**
 * How long the statements of the mappers take, since the process began. There are as many entries as mapper methods, and what is kept
 * of a statement is its text with question marks: no value is ever seen here.
 */
public final class StatementTimes {
    private static final int LONGEST_TEXT = 4_000;

    private final LocalDateTime since;
    private final ConcurrentMap<String, Times> times = new ConcurrentHashMap<>();

    /** @param since UTC, now */
    public StatementTimes(LocalDateTime since) {
        this.since = since;
    }

    /** UTC, when the measurement began. */
    public LocalDateTime since() {
        return since;
    }

    /** The same handler, watched. */
    public StatementHandler watch(StatementHandler handler, MappedStatement statement) {
        Times known = times.get(statement.getId());
        return new TimedStatement(
                handler,
                known != null
                        ? known
                        : times.computeIfAbsent(
                                statement.getId(),
                                id -> new Times(text(handler.getBoundSql().getSql()))));
    }

    /** The most expensive ones first: in total, on average or once. */
    public List<StatementTimeView> most(String order, int limit) {
        Comparator<StatementTimeView> by =
                switch (order) {
                    case "AVERAGE" -> Comparator.comparing(StatementTimeView::averageMicros);
                    case "MAX" -> Comparator.comparing(StatementTimeView::maxMicros);
                    default -> Comparator.comparing(StatementTimeView::totalMicros);
                };
        return times.entrySet().stream()
                .map(entry -> entry.getValue().view(entry.getKey()))
                .filter(view -> view.calls() > 0)
                .sorted(by.reversed().thenComparing(StatementTimeView::name))
                .limit(limit)
                .toList();
    }

    private static String text(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
    }

    /** Sums of one statement. */
    static final class Times {
        private final String sql;
        private final LongAdder calls = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

        Times(String sql) {
            this.sql = sql;
        }

        void took(long measured) {
            calls.increment();
            nanos.add(measured);
            longest.accumulate(measured);
        }

        private StatementTimeView view(String id) {
            long count = calls.sum();
            long total = TimeUnit.NANOSECONDS.toMicros(nanos.sum());
            return new StatementTimeView(
                    name(id),
                    sql,
                    count,
                    total,
                    count == 0 ? 0 : total / count,
                    TimeUnit.NANOSECONDS.toMicros(longest.get()));
        }

        /** Mapper and method, without the package. */
        private static String name(String id) {
            int method = id.lastIndexOf('.');
            return id.substring(id.lastIndexOf('.', method - 1) + 1);
        }
    }
}

package io.jointlending.fund.funding.persistence;

import io.jointlending.fund.flow.text.TreeText;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.Leg;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.statelog.StateMove;
import io.jointlending.fund.statelog.StateMove.Subject;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Fundings of the tables {@code funding} and {@code fund_leg}; archived ones can be read. */
public final class MyBatisFundingOrders implements FundingOrders {
    /** What is under way comes before what is new. */
    private static final List<FundingStatus> CLAIM_ORDER =
            List.of(FundingStatus.FUNDING, FundingStatus.ROUTED, FundingStatus.WAIT_ROUTE);

    private static final long NANOS_PER_MICRO = 1_000;

    private final Transactions transactions;
    private final FundingOrderMapper mapper;
    private final FundingArchiveMapper archive;
    private final StateLog stateLog;

    /** Transactions, session and state log share one data source. */
    public MyBatisFundingOrders(Transactions transactions, SqlSession session, StateLog stateLog) {
        this.transactions = transactions;
        this.mapper = mapper(session, FundingOrderMapper.class);
        this.archive = mapper(session, FundingArchiveMapper.class);
        this.stateLog = stateLog;
    }

    @Override
    public void add(FundingOrder task) {
        // The message of an order that is over and archived may come once more: it is not funded again.
        if (archive.count(task.orderNo()) == 0) {
            mapper.insert(row(task));
        }
    }

    @Override
    public List<FundingOrder> claim(int limit, Duration lease, String claimer) {
        return transactions.inTransaction(() -> {
            List<FundingOrder> due = new ArrayList<>();
            for (FundingStatus status : CLAIM_ORDER) {
                if (due.size() < limit) {
                    mapper.lockDue(status.code(), limit - due.size()).forEach(row -> due.add(row.task()));
                }
            }
            if (!due.isEmpty()) {
                mapper.claim(due.stream().map(FundingOrder::orderNo).toList(), micros(lease), claimer);
            }
            return due.stream().map(FundingOrder::claimed).toList();
        });
    }

    @Override
    public Optional<Funding> find(String orderNo) {
        FundingOrderRow row = mapper.find(orderNo);
        return row == null ? findArchived(orderNo) : Optional.of(load(row.task()));
    }

    private Optional<Funding> findArchived(String orderNo) {
        return Optional.ofNullable(archive.find(orderNo))
                .map(row -> new Funding(
                        row.task(),
                        archive.findLegs(orderNo, row.routeAttempt()).stream()
                                .map(FundLegRow::leg)
                                .toList()));
    }

    @Override
    public Funding load(FundingOrder claimed) {
        return new Funding(
                claimed,
                mapper.findLegs(claimed.orderNo(), claimed.routeAttempt()).stream()
                        .map(FundLegRow::leg)
                        .toList());
    }

    @Override
    public Set<String> refusedBy(String orderNo) {
        return Set.copyOf(mapper.refusedBy(orderNo));
    }

    @Override
    public Optional<Funding> save(Funding before, Funding after, Duration wait) {
        FundingOrder from = before.task();
        if (mapper.move(row(after.task()), from.status().code(), from.version(), micros(wait)) != 1) {
            return Optional.empty();
        }
        List<StateMove> moves = new ArrayList<>();
        if (from.status() != after.task().status()) {
            moves.add(move(
                    after.task(),
                    Subject.TASK,
                    0,
                    from.status().name(),
                    after.task().status().name(),
                    after.task().reason()));
        }
        if (before.legs().isEmpty()) {
            addLegs(after, moves);
        } else {
            moveLegs(before, after, moves);
        }
        stateLog.add(moves);
        return Optional.of(after.with(after.task().stored()));
    }

    @Override
    public void putBack(FundingOrder claimed, Duration wait) {
        mapper.putBack(claimed.orderNo(), claimed.version(), micros(wait));
    }

    @Override
    public void makeDue(String orderNo) {
        mapper.makeDue(orderNo);
    }

    private void addLegs(Funding after, List<StateMove> moves) {
        if (!after.legs().isEmpty()) {
            mapper.insertLegs(
                    after.task().orderNo(),
                    after.task().routeAttempt(),
                    after.task().shardKey(),
                    after.legs().stream().map(FundLegRow::of).toList());
        }
        for (Leg leg : after.legs()) {
            moves.add(move(
                    after.task(), Subject.LEG, leg.seat(), null, leg.status().name(), null));
        }
    }

    private void moveLegs(Funding before, Funding after, List<StateMove> moves) {
        for (int i = 0; i < before.legs().size(); i++) {
            Leg from = before.legs().get(i);
            Leg to = after.legs().get(i);
            if (to.equals(from)) {
                continue;
            }
            int rows = mapper.moveLeg(
                    before.task().orderNo(),
                    before.task().routeAttempt(),
                    FundLegRow.of(to),
                    from.status().name());
            if (rows != 1) {
                throw new IllegalStateException("leg " + from.requestNo() + " is not " + from.status()
                        + " any more, although the version of its task is "
                        + before.task().version());
            }
            if (to.status() != from.status()) {
                moves.add(move(
                        after.task(),
                        Subject.LEG,
                        to.seat(),
                        from.status().name(),
                        to.status().name(),
                        to.reason()));
            }
        }
    }

    private static StateMove move(
            FundingOrder task, Subject subject, int seat, @Nullable String from, String to, @Nullable String reason) {
        return new StateMove(task.orderNo(), task.shardKey(), subject, seat, from, to, reason);
    }

    private static FundingOrderRow row(FundingOrder task) {
        return new FundingOrderRow(
                task.orderNo(),
                task.shardKey(),
                task.borrowerNo(),
                task.productCode(),
                task.askedSchemeCode(),
                task.schemeCode(),
                task.principalFen(),
                task.status().code(),
                task.version(),
                task.attempts(),
                task.reason(),
                task.traceparent(),
                TreeText.write(task.facts()),
                task.routeAttempt(),
                task.reroutes());
    }

    private static <M> M mapper(SqlSession session, Class<M> type) {
        if (!session.getConfiguration().hasMapper(type)) {
            session.getConfiguration().addMapper(type);
        }
        return session.getMapper(type);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }
}

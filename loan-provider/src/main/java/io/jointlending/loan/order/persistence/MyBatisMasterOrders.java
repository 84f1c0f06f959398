package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.StateChange;
import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.payment.QueryLadder;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Master orders in MySQL. What is archived is read from there and never locked. */
public final class MyBatisMasterOrders implements MasterOrders {
    private static final int CONFIRMED = 20;
    private static final int RELEASED = 30;
    private static final int NO_STATUS = 0;

    private final LoanOrderMapper mapper;
    private final OrderArchiveMapper archive;

    public MyBatisMasterOrders(SqlSession session) {
        this.mapper = Mappers.of(session, LoanOrderMapper.class);
        this.archive = Mappers.of(session, OrderArchiveMapper.class);
    }

    @Override
    public void add(MasterOrder order, String requestNo) {
        mapper.insert(LoanOrderRow.of(order));
        log(order, NO_STATUS, Cause.SUBMIT, requestNo);
    }

    @Override
    public Optional<MasterOrder> find(String orderNo) {
        return Optional.ofNullable(mapper.find(orderNo))
                .or(() -> Optional.ofNullable(archive.find(orderNo)))
                .map(LoanOrderRow::toOrder);
    }

    @Override
    public Optional<MasterOrder> lock(String orderNo) {
        return Optional.ofNullable(mapper.lock(orderNo)).map(LoanOrderRow::toOrder);
    }

    @Override
    public void move(MasterOrder before, MasterOrder after, Cause cause, String reference) {
        Long queryAfterSeconds = after.status() == MasterOrderStatus.LOAN_OUT_OK
                ? QueryLadder.afterQueries(0).toSeconds()
                : null;
        int rows = mapper.move(LoanOrderRow.of(before), LoanOrderRow.of(after), queryAfterSeconds);
        requireOne(
                rows,
                "order " + before.orderNo() + " is not in state "
                        + before.status().code() + " version " + before.version() + " any more, cannot move to "
                        + after.status().code());
        log(after, before.status().code(), cause, reference);
    }

    @Override
    public void addLoanRequest(MasterOrder order, String requestNo) {
        mapper.insertRequest(order.orderNo(), OrderNumbers.geneOf(order.orderNo()), requestNo, order.amountFen());
    }

    @Override
    public void endLoanRequest(String orderNo, boolean confirmed) {
        int rows = mapper.endRequest(orderNo, confirmed ? CONFIRMED : RELEASED);
        requireOne(rows, "order " + orderNo + " has no open loan request");
    }

    @Override
    public void addPlan(MasterOrder order, List<PlannedInstallment> plan) {
        order.requireWhole(plan);
        List<InstallmentRow> rows = plan.stream()
                .map(p -> new InstallmentRow(
                        p.installmentNo(), p.dueDate(), p.principalFen(), p.interestFen(), p.balanceAfterFen()))
                .toList();
        mapper.insertPlan(order.orderNo(), OrderNumbers.geneOf(order.orderNo()), order.installmentFeeFen(), rows);
    }

    @Override
    public List<PlannedInstallment> plan(String orderNo) {
        List<InstallmentRow> live = mapper.plan(orderNo);
        List<InstallmentRow> rows = live.isEmpty() ? archive.plan(orderNo) : live;
        return rows.stream().map(InstallmentRow::toInstallment).toList();
    }

    @Override
    public List<MasterOrder> newestOf(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit) {
        return mapper.newestOf(borrowerNos, beforeOrderNo, limit).stream()
                .map(LoanOrderRow::toOrder)
                .toList();
    }

    @Override
    public List<StateChange> history(String orderNo, int limit) {
        List<StateLogRow> live = mapper.history(orderNo, limit);
        List<StateLogRow> rows = live.isEmpty() ? archive.history(orderNo, limit) : live;
        return rows.stream().map(StateLogRow::toChange).toList();
    }

    private void log(MasterOrder order, int fromStatus, Cause cause, String reference) {
        mapper.insertLog(
                order.orderNo(),
                OrderNumbers.geneOf(order.orderNo()),
                fromStatus,
                order.status().code(),
                cause.name(),
                reference);
    }

    private static void requireOne(int rows, String otherwise) {
        if (rows != 1) {
            throw new IllegalStateException(otherwise);
        }
    }
}

package io.jointlending.fund.suborder.persistence;

import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.statelog.StateMove;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import io.jointlending.fund.suborder.domain.SubOrders;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Sub-orders of the table {@code sub_order}. */
public final class MyBatisSubOrders implements SubOrders {
    private final SubOrderMapper mapper;
    private final StateLog stateLog;

    /** Session and state log share one data source. */
    public MyBatisSubOrders(SqlSession session, StateLog stateLog) {
        if (!session.getConfiguration().hasMapper(SubOrderMapper.class)) {
            session.getConfiguration().addMapper(SubOrderMapper.class);
        }
        this.mapper = session.getMapper(SubOrderMapper.class);
        this.stateLog = stateLog;
    }

    @Override
    public void add(List<SubOrder> subOrders) {
        mapper.insert(subOrders);
        stateLog.add(moves(subOrders, null, SubOrderStatus.ACTIVE));
    }

    @Override
    public List<SubOrder> find(String orderNo) {
        return mapper.find(orderNo).stream().map(SubOrderRow::subOrder).toList();
    }

    @Override
    public List<SubOrder> findArchived(String orderNo) {
        return mapper.findArchived(orderNo).stream().map(SubOrderRow::subOrder).toList();
    }

    @Override
    public boolean follow(List<SubOrder> before, long sequence, @Nullable LocalDate settledOn) {
        String orderNo = before.get(0).orderNo();
        SubOrderStatus after = settledOn == null ? SubOrderStatus.ACTIVE : SubOrderStatus.SETTLED;
        int moved = mapper.follow(orderNo, after, sequence, settledOn);
        if (moved != 0 && moved != before.size()) {
            throw new IllegalStateException("order " + orderNo + ": event " + sequence + " moved " + moved + " of "
                    + before.size() + " sub-orders");
        }
        List<SubOrder> changed =
                before.stream().filter(it -> it.status() != after).toList();
        if (moved > 0 && !changed.isEmpty()) {
            stateLog.add(moves(changed, changed.get(0).status(), after));
        }
        return moved > 0;
    }

    private static List<StateMove> moves(List<SubOrder> subOrders, @Nullable SubOrderStatus from, SubOrderStatus to) {
        return subOrders.stream()
                .map(one -> new StateMove(
                        one.orderNo(),
                        one.shardKey(),
                        StateMove.Subject.SUB_ORDER,
                        one.seat(),
                        from == null ? null : from.name(),
                        to.name(),
                        null))
                .toList();
    }
}

package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.CreditReturn;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.order.OrderNumbers;
import org.apache.ibatis.session.SqlSession;

/** Credit returns in MySQL. */
public final class MyBatisCreditReturns implements CreditReturns {
    private final CreditReturnMapper mapper;

    public MyBatisCreditReturns(SqlSession session) {
        this.mapper = Mappers.of(session, CreditReturnMapper.class);
    }

    @Override
    public CreditReturn find(String orderNo) {
        CreditReturnRow row = mapper.lock(orderNo);
        return row == null
                ? CreditReturn.none(orderNo)
                : new CreditReturn(row.orderNo(), row.appliedSequence(), row.appliedFen());
    }

    @Override
    public void store(CreditReturn applied) {
        String orderNo = applied.orderNo();
        mapper.store(orderNo, OrderNumbers.geneOf(orderNo), applied.sequence(), applied.appliedFen());
    }
}

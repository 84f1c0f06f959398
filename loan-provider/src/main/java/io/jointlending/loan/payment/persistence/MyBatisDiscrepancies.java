package io.jointlending.loan.payment.persistence;

import io.jointlending.loan.payment.domain.Discrepancies;
import io.jointlending.loan.payment.domain.Discrepancy;
import io.jointlending.loan.sql.Mappers;
import io.jointlending.support.order.OrderNumbers;
import org.apache.ibatis.session.SqlSession;

/** Payment discrepancies in MySQL. */
public final class MyBatisDiscrepancies implements Discrepancies {
    private final DiscrepancyMapper mapper;

    public MyBatisDiscrepancies(SqlSession session) {
        this.mapper = Mappers.of(session, DiscrepancyMapper.class);
    }

    @Override
    public void add(Discrepancy discrepancy) {
        mapper.add(
                discrepancy,
                OrderNumbers.geneOf(discrepancy.order().orderNo()),
                discrepancy.order().status().code());
    }
}

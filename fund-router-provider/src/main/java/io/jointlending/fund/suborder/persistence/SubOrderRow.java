package io.jointlending.fund.suborder.persistence;

import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of {@code sub_order}. */
record SubOrderRow(
        String subOrderNo,
        String orderNo,
        Integer shardKey,
        Integer seat,
        String institutionCode,
        Boolean isLead,
        Long weight,
        Long contributionFen,
        @Nullable BigDecimal ownAnnualRate,
        String status) {

    SubOrder subOrder() {
        return new SubOrder(
                subOrderNo,
                orderNo,
                shardKey,
                seat,
                institutionCode,
                isLead,
                weight,
                contributionFen,
                ownAnnualRate,
                SubOrderStatus.valueOf(status));
    }
}

package io.jointlending.fund.suborder.persistence;

import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;

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
                SubOrderStatus.valueOf(status));
    }
}

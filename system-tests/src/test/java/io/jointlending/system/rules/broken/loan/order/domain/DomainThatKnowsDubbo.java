package io.jointlending.system.rules.broken.loan.order.domain;

import org.apache.dubbo.rpc.RpcException;

final class DomainThatKnowsDubbo {
    RpcException failure() {
        return new RpcException("no");
    }
}

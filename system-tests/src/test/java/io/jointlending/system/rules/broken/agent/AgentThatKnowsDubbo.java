package io.jointlending.system.rules.broken.agent;

import org.apache.dubbo.rpc.RpcException;

final class AgentThatKnowsDubbo {
    RpcException failure() {
        return new RpcException("no");
    }
}

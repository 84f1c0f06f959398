package io.jointlending.api.runtime;

import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;

/** Sends the current trace with every call, or starts one; leaves a {@code traceparent} that a tracer set. */
@Activate(group = CommonConstants.CONSUMER, order = -10_000)
public final class TraceConsumerFilter implements Filter {
    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        if (invoker.getInterface().getName().startsWith("io.jointlending.api.")
                && invocation.getAttachment(TraceParent.HEADER) == null) {
            TraceParent current = CurrentTrace.get();
            TraceParent next = current == null ? TraceParent.start() : current.child();
            invocation.setAttachment(TraceParent.HEADER, next.header());
        }
        return invoker.invoke(invocation);
    }
}

package io.jointlending.api.runtime;

import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;
import org.apache.dubbo.rpc.model.ScopeModelUtil;

/** Signs every call of a contract with the application's key, and adds the session that it is made for. */
@Activate(group = CommonConstants.CONSUMER, order = -9_000)
public final class SignatureConsumerFilter implements Filter {
    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) throws RpcException {
        String contract = invoker.getInterface().getName();
        if (contract.startsWith("io.jointlending.api.")) {
            String session = CurrentSession.get();
            // Always set: Dubbo hands the attachments of the call that is being answered on to the calls made for it,
            // and a session
            // that this call is not made for would break its signature.
            invocation.setAttachment(CallSignature.SESSION, session == null ? "" : session);
            ApplicationKey key = ApplicationKeys.of(ScopeModelUtil.getApplicationModel(invocation.getModuleModel())
                    .tryGetApplicationName());
            if (key != null) {
                String time = Long.toString(System.currentTimeMillis());
                CallSignature.Target target =
                        CallSignature.Target.of(contract, invoker.getUrl().getGroup(), invocation.getMethodName());
                invocation.setAttachment(CallSignature.APPLICATION, key.publicPart());
                invocation.setAttachment(CallSignature.TIME, time);
                invocation.setAttachment(
                        CallSignature.SIGNATURE,
                        CallSignature.sign(key, target, time, session, invocation.getArguments()));
            }
        }
        return invoker.invoke(invocation);
    }
}

package io.jointlending.channel.instance;

import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.InstanceActView;
import io.jointlending.api.ops.InstanceAdminService;
import io.jointlending.api.ops.InstanceOfflineRequest;
import io.jointlending.api.ops.InstanceOnlineRequest;
import io.jointlending.api.ops.InstanceService;
import io.jointlending.api.ops.InstancesQuery;
import io.jointlending.api.ops.InstancesView;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.instance.InstanceNotice;
import io.jointlending.support.tx.Transactions;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows the processes, and passes on who shall leave. That somebody wanted it is written down before the instance is asked, so that
 * no answer which is lost can hide it; a refusal is a second line.
 */
public final class InstanceAdminRpc implements InstanceAdminService {
    private static final int CODE = 32;

    private final Supplier<Instances> instances;
    private final Reach reach;
    private final AuditLog audit;
    private final Transactions transactions;

    /** A service over what the registry shows. */
    public InstanceAdminRpc(Supplier<Instances> instances, Reach reach, AuditLog audit, Transactions transactions) {
        this.instances = instances;
        this.reach = reach;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public RpcResult<InstancesView> findInstances(InstancesQuery query) {
        return RpcResult.ok(new InstancesView(instances.get().views()));
    }

    @Override
    public RpcResult<InstanceActView> takeOffline(InstanceOfflineRequest request) {
        return ask(
                "takeOffline",
                request.application(),
                request.instance(),
                request.operator(),
                request,
                instance -> instance.offline(request));
    }

    @Override
    public RpcResult<InstanceActView> bringOnline(InstanceOnlineRequest request) {
        return ask(
                "bringOnline",
                request.application(),
                request.instance(),
                request.operator(),
                request,
                instance -> instance.online(request));
    }

    private RpcResult<InstanceActView> ask(
            String action,
            String application,
            String instance,
            String operator,
            Object request,
            Function<InstanceService, RpcResult<InstanceActView>> command) {
        InstanceNotice notice = instances
                .get()
                .find(application, instance)
                .orElseThrow(() -> new Refusal(ErrorCodes.INSTANCE_NOT_FOUND, "instance"));
        String code = notice.address().substring(Math.max(0, notice.address().length() - CODE));
        TraceParent trace = CurrentTrace.get();
        AuditLog.Change change =
                new AuditLog.Change(action, trace == null ? UUID.randomUUID().toString() : trace.traceId(), operator);
        transactions.inTransaction(() -> audit.add(change, AuditLog.INSTANCE, code, null, request));
        RpcResult<InstanceActView> answer = reach.of(notice, command);
        if (!answer.success()) {
            transactions.inTransaction(() -> audit.add(
                    new AuditLog.Change(action + "Refused", change.requestNo(), operator),
                    AuditLog.INSTANCE,
                    code,
                    request,
                    new NotDone(answer.code(), answer.message())));
        }
        return answer;
    }

    /** How a process is called that may not be registered. */
    @FunctionalInterface
    public interface Reach {
        /** Its answer to this command; a process that does not answer is an answer too. */
        RpcResult<InstanceActView> of(
                InstanceNotice instance, Function<InstanceService, RpcResult<InstanceActView>> command);
    }

    /** Why nothing was done, or why nobody knows. */
    record NotDone(String code, String message) {}
}

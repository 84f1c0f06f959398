package io.jointlending.channel.usage;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.RpcMethodView;
import io.jointlending.api.channel.RpcUsageQuery;
import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.channel.RpcUsageView;
import io.jointlending.api.ops.CallsQuery;
import io.jointlending.api.ops.CallsView;
import io.jointlending.api.ops.OpsService;
import io.jointlending.channel.usage.RegisteredContracts.Provided;
import io.jointlending.support.rpc.LocalDoor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the registry who is there, and every provider that is there how often it was called. */
public final class RpcUsageRpc implements RpcUsageService {
    private final Supplier<RegisteredContracts> registry;
    private final Function<String, OpsService> ops;

    /**
     * The service.
     *
     * @param ops the contract of the provider with this application name
     */
    public RpcUsageRpc(Supplier<RegisteredContracts> registry, Function<String, OpsService> ops) {
        this.registry = registry;
        this.ops = ops;
    }

    @Override
    public RpcResult<RpcUsageView> findUsage(RpcUsageQuery query) {
        RegisteredContracts registered = registry.get();
        CallsQuery asked = new CallsQuery(query.days());
        Map<String, RpcResult<CallsView>> answers = new TreeMap<>();
        registered.provided().stream()
                .map(Provided::application)
                .distinct()
                .forEach(application -> answers.put(application, LocalDoor.safely(() -> ops.apply(application)
                        .calls(asked))));
        Verdicts verdicts = new Verdicts(registered, answers, query.days());
        List<RpcMethodView> methods = verdicts.methods();
        String verdict = query.verdict();
        return RpcResult.ok(new RpcUsageView(
                query.days(),
                Math.toIntExact(methods.stream()
                        .filter(method -> method.verdict().equals(Verdicts.UNUSED))
                        .count()),
                verdicts.providers(),
                methods.stream()
                        .filter(method -> verdict == null || method.verdict().equals(verdict))
                        .toList()));
    }
}

package io.jointlending.channel.console.remote;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.rpc.model.ModuleModel;

/** References to contracts of other providers, made when they are first used: without a console nothing is looked up. */
public final class RemoteContracts {
    private final ModuleModel module;
    private final ConcurrentMap<String, ReferenceConfig<?>> references = new ConcurrentHashMap<>();

    /** In the Dubbo module of the provider. */
    public RemoteContracts(ModuleModel module) {
        this.module = module;
    }

    /** The only provider of a contract. */
    public <T> T of(Class<T> contract) {
        return of(contract, "");
    }

    /** A contract that every provider exports, of the one with this application name. */
    public <T> T of(Class<T> contract, String application) {
        return contract.cast(references
                .computeIfAbsent(contract.getName() + '/' + application, key -> reference(contract, application))
                .get());
    }

    /**
     * What the instance at this address answers, whether it is registered or not. The connection is its own and ends with the call: an
     * address may be somebody else's the next time.
     */
    public <T, R> R at(Class<T> contract, String application, String address, Function<T, R> command) {
        ReferenceConfig<T> reference = reference(contract, application);
        reference.setUrl("dubbo://" + address);
        try {
            return command.apply(reference.get());
        } finally {
            reference.destroy();
        }
    }

    private <T> ReferenceConfig<T> reference(Class<T> contract, String application) {
        ReferenceConfig<T> reference = new ReferenceConfig<>();
        reference.setScopeModel(module);
        reference.setInterface(contract);
        reference.setVersion("1.0.0");
        reference.setCheck(false);
        if (!application.isEmpty()) {
            reference.setGroup(application);
        }
        return reference;
    }
}

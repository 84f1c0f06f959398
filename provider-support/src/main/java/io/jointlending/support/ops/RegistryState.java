package io.jointlending.support.ops;

import java.util.Collection;
import java.util.List;
import org.apache.dubbo.registry.Registry;
import org.apache.dubbo.registry.support.RegistryManager;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.apache.dubbo.rpc.model.ProviderModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether consumers can find this instance. */
public final class RegistryState {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryState.class);

    /** Null when every registry is connected and every exported contract is registered, otherwise what is not. */
    public @Nullable String problem() {
        Collection<Registry> registries =
                RegistryManager.getInstance(ApplicationModel.defaultModel()).getRegistries();
        if (registries.isEmpty()) {
            return "no registry yet";
        }
        if (!registries.stream().allMatch(RegistryState::available)) {
            return "not connected";
        }
        List<ProviderModel> contracts = ExportedContracts.models();
        long registered = contracts.stream().filter(RegistryState::registered).count();
        return contracts.isEmpty() || registered < contracts.size()
                ? registered + " of " + contracts.size() + " contracts registered"
                : null;
    }

    /** How many contracts of this instance are registered; 0 when it was taken offline. */
    public long registered() {
        return ExportedContracts.models().stream()
                .filter(RegistryState::registered)
                .count();
    }

    /** Dubbo's discovery by application throws, instead of saying no, while nobody has ever registered in a ZooKeeper. */
    private static boolean available(Registry registry) {
        try {
            return registry.isAvailable();
        } catch (RuntimeException e) {
            LOG.debug(
                    "registry={} cannot say whether it is there: {}",
                    registry.getUrl().getAddress(),
                    e.toString());
            return false;
        }
    }

    private static boolean registered(ProviderModel provider) {
        return provider.getStatedUrl().stream().anyMatch(ProviderModel.RegisterStatedURL::isRegistered);
    }
}

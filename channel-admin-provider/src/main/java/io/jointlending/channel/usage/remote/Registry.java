package io.jointlending.channel.usage.remote;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.channel.usage.RegisteredContracts;
import io.jointlending.channel.usage.RegisteredContracts.Consumed;
import io.jointlending.channel.usage.RegisteredContracts.Provided;
import io.jointlending.support.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.registry.support.RegistryManager;
import org.apache.dubbo.registry.zookeeper.ZookeeperRegistry;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClient;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClientManager;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the nodes of the contracts from ZooKeeper, over the connection by which Dubbo registers this provider. Applications that
 * register without an address of their own for each interface (register-mode=instance), or not at all, are not seen.
 */
public final class Registry implements Supplier<RegisteredContracts> {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final String CONTRACTS = "io.jointlending.api.";

    private final ApplicationModel application;

    /** The registries of this application. */
    public Registry(ApplicationModel application) {
        this.application = application;
    }

    /** What is registered now. Code: B0320 when the registry is away. */
    @Override
    public RegisteredContracts get() {
        List<ZookeeperRegistry> registries = RegistryManager.getInstance(application).getRegistries().stream()
                .filter(ZookeeperRegistry.class::isInstance)
                .map(ZookeeperRegistry.class::cast)
                .toList();
        if (registries.isEmpty()) {
            throw away();
        }
        List<Provided> provided = new ArrayList<>();
        List<Consumed> consumed = new ArrayList<>();
        for (ZookeeperRegistry registry : registries) {
            if (!registry.isAvailable()) {
                throw away();
            }
            try {
                read(registry.getUrl(), provided, consumed);
            } catch (IllegalStateException e) { // what Dubbo makes of any failure of ZooKeeper
                LOG.warn("the registry cannot be read: {}", e.toString());
                throw away();
            }
        }
        return new RegisteredContracts(provided, consumed);
    }

    private void read(URL registry, List<Provided> provided, List<Consumed> consumed) {
        ZookeeperClient client = ZookeeperClientManager.getInstance(application).connect(registry);
        String root = "/" + registry.getGroup("dubbo").replaceFirst("^/", "");
        for (String contract : children(client, root)) {
            if (!contract.startsWith(CONTRACTS)) {
                continue;
            }
            for (String node : children(client, root + "/" + contract + "/providers")) {
                URL url = URL.valueOf(node, true);
                provided.add(new Provided(
                        url.getApplication(""), contract, url.getGroup(""), url.getParameter("methods", List.of())));
            }
            for (String node : children(client, root + "/" + contract + "/consumers")) {
                URL url = URL.valueOf(node, true);
                consumed.add(new Consumed(url.getApplication(""), contract, url.getGroup("")));
            }
        }
    }

    private static List<String> children(ZookeeperClient client, String path) {
        @Nullable List<String> children = client.getChildren(path);
        return children == null ? List.of() : children;
    }

    private static Refusal away() {
        return new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, "The registry does not answer.", null);
    }
}

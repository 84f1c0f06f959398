package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One registry object of Dubbo, and what lies behind it. */
abstract class RegistryDoor {
    static final String INTERFACE = "INTERFACE";
    static final String INSTANCE = "INSTANCE";

    final Object registry;

    RegistryDoor(Object registry) {
        this.registry = registry;
    }

    static RegistryDoor of(Object registry) {
        return Mirror.isA(registry, "org.apache.dubbo.registry.client.ServiceDiscoveryRegistry")
                ? new InstanceRegistry(registry)
                : new InterfaceRegistry(registry);
    }

    /** {@link #INTERFACE} or {@link #INSTANCE}. */
    abstract String kind();

    /** What names the node of a service: every service has its own, or all share one. */
    abstract String nodeOf(Object providerUrl);

    /** Provider URLs that Dubbo would register again after a lost session. */
    abstract List<Object> held();

    /** True if the registry itself shows the node of this URL. Asks the registry. */
    abstract boolean shows(Object providerUrl);

    /** What Dubbo only noted in memory is written to the registry. */
    abstract void publish();

    /** Removes a node that is still shown although Dubbo holds it no more. */
    abstract void removeLeftOver(Object providerUrl);

    /** Addresses of other living providers of the service. Asks the registry. */
    abstract Set<String> others(Object providerUrl, Collection<String> own);

    /** Consumers of the service, "application address", as far as the registry knows them. Asks the registry. */
    abstract List<String> callers(Object providerUrl);

    /** Where ZooKeeper keeps the nodes of a service or application, by the address that a node's name holds. */
    abstract Map<String, List<String>> paths(Object providerUrl);

    /** The Curator client, if this is ZooKeeper. */
    abstract Optional<Object> curator();

    /** Before something is registered. */
    void prepare(Object providerUrl) {
        // nothing to do for most
    }

    final void register(Object providerUrl) {
        prepare(providerUrl);
        Mirror.optional(registry, "register", providerUrl);
    }

    final void unregister(Object providerUrl) {
        Mirror.optional(registry, "unregister", providerUrl);
    }

    /** Without a question to the registry where it is ZooKeeper. */
    final boolean connected() {
        Optional<Object> curator = curator();
        return curator.isPresent()
                ? Boolean.TRUE.equals(Mirror.call(Mirror.call(curator.get(), "getZookeeperClient"), "isConnected"))
                : Boolean.TRUE.equals(Mirror.call(registry, "isAvailable"));
    }

    /** Host and port; its parameters may hold a password. */
    final String address() {
        return Urls.address(Mirror.call(registry, "getUrl"));
    }

    /** Only of providers: consumers are registered too. */
    static List<Object> providersAmong(Collection<?> urls) {
        List<Object> providers = new ArrayList<>();
        for (Object url : new ArrayList<>(urls)) {
            if (Urls.parameter(url, "side").equals("provider")) {
                providers.add(url);
            }
        }
        return providers;
    }
}

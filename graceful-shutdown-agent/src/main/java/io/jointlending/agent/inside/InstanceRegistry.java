package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registry with one node for the whole application (3.0 and later). Dubbo writes it late, so {@link #publish} does. */
final class InstanceRegistry extends RegistryDoor {
    private final Object discovery;

    InstanceRegistry(Object registry) {
        super(registry);
        this.discovery = Mirror.call(registry, "getServiceDiscovery");
    }

    @Override
    String kind() {
        return INSTANCE;
    }

    @Override
    String nodeOf(Object providerUrl) {
        return local().map(InstanceRegistry::nameOf).orElse("no instance yet");
    }

    @Override
    List<Object> held() {
        List<Object> urls = new ArrayList<>();
        for (Object service :
                services(Mirror.call(discovery, "getLocalMetadata")).values()) {
            Mirror.optional(service, "getUrl").ifPresent(urls::add);
        }
        return urls;
    }

    @Override
    boolean shows(Object providerUrl) {
        return local().map(mine ->
                        instances().stream().anyMatch(other -> nameOf(other).equals(nameOf(mine))))
                .orElse(false);
    }

    @Override
    void publish() {
        Mirror.optional(discovery, "update");
    }

    @Override
    void removeLeftOver(Object providerUrl) {
        Mirror.optional(discovery, "unregister");
        // when the first attempt failed Curator thinks it has nothing to remove any more
        Optional<Object> root = Mirror.field(discovery, "rootPath");
        Optional<Object> curator = curator();
        if (root.isPresent() && curator.isPresent() && shows(providerUrl)) {
            Object mine = local().orElse(discovery);
            new ZooKeeperNodes(curator.get())
                    .delete(root.get() + "/" + Mirror.call(mine, "getServiceName") + "/" + Mirror.call(mine, "getHost")
                            + ":" + Mirror.call(mine, "getPort"));
        }
    }

    @Override
    Set<String> others(Object providerUrl, Collection<String> own) {
        Set<String> others = new LinkedHashSet<>();
        for (Object instance : instances()) {
            String address = String.valueOf(Mirror.call(instance, "getAddress"));
            if (!own.contains(address) && offers(instance, providerUrl)) {
                others.add(address);
            }
        }
        return others;
    }

    @Override
    List<String> callers(Object providerUrl) {
        return Collections.emptyList(); // consumers write nothing here
    }

    @Override
    Map<String, List<String>> paths(Object providerUrl) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        Optional<Object> root = Mirror.field(discovery, "rootPath");
        Optional<Object> curator = curator();
        if (root.isPresent() && curator.isPresent() && local().isPresent()) {
            String folder = root.get() + "/" + Mirror.call(local().get(), "getServiceName");
            for (String name : new ZooKeeperNodes(curator.get()).children(folder)) {
                paths.put(name, Collections.singletonList(folder + "/" + name));
            }
        }
        return paths;
    }

    @Override
    Optional<Object> curator() {
        return Mirror.field(discovery, "curatorFramework");
    }

    /** An instance with our revision offers what we offer; any other is asked, as a consumer would ask it. */
    private boolean offers(Object instance, Object providerUrl) {
        String revision = revisionOf(instance);
        if (revision.isEmpty() || revision.equals("0")) {
            return false;
        }
        if (local().map(InstanceRegistry::revisionOf).orElse("").equals(revision)) {
            return true;
        }
        try {
            Object metadata = Mirror.call(
                    discovery, "getRemoteMetadata", revision, new ArrayList<>(Collections.singleton(instance)));
            String wanted = Urls.service(providerUrl);
            return services(metadata).values().stream()
                    .anyMatch(service -> wanted.equals(String.valueOf(Mirror.call(service, "getServiceKey"))));
        } catch (Mirror.Failure e) {
            return false; // not known to offer it: it does not count as a provider that is left
        }
    }

    /** Empty while the application has not registered itself: then it has a name, but no address (3.0, 3.1). */
    private Optional<Object> local() {
        return Mirror.optional(discovery, "getLocalInstance")
                .filter(instance -> Mirror.optional(instance, "getHost").isPresent()
                        && Mirror.optional(instance, "getAddress").isPresent());
    }

    private Collection<?> instances() {
        return local().<Collection<?>>map(mine ->
                        (Collection<?>) Mirror.call(discovery, "getInstances", Mirror.call(mine, "getServiceName")))
                .orElse(Collections.emptyList());
    }

    private static String nameOf(Object instance) {
        return Mirror.call(instance, "getServiceName") + "/" + Mirror.call(instance, "getAddress");
    }

    private static String revisionOf(Object instance) {
        return Mirror.optional(instance, "getMetadata", "dubbo.metadata.revision")
                .map(String::valueOf)
                .orElse("");
    }

    private static Map<?, ?> services(Object metadata) {
        return Mirror.optional(metadata, "getServices")
                .<Map<?, ?>>map(services -> (Map<?, ?>) services)
                .orElse(Collections.emptyMap());
    }
}

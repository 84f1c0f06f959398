package io.jointlending.channel.registry.remote;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.registry.support.RegistryManager;
import org.apache.dubbo.registry.zookeeper.ZookeeperRegistry;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClient;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClientManager;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ZooKeepers that this provider registers in, read over Dubbo's own connection. */
public final class ZooKeeperRegistries {
    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperRegistries.class);
    private static final String CONTRACTS = "io.jointlending.api.";

    private final ApplicationModel application;

    /** The registries of this application. */
    public ZooKeeperRegistries(ApplicationModel application) {
        this.application = application;
    }

    /** Reads each. Code: B0320 when one is away, or there is none. */
    public void each(Consumer<Reader> work) {
        List<ZookeeperRegistry> registries = RegistryManager.getInstance(application).getRegistries().stream()
                .filter(ZookeeperRegistry.class::isInstance)
                .map(ZookeeperRegistry.class::cast)
                .toList();
        if (registries.isEmpty()) {
            throw away();
        }
        for (ZookeeperRegistry registry : registries) {
            if (!registry.isAvailable()) {
                throw away();
            }
            try {
                work.accept(new Reader(
                        registry.getUrl(),
                        ZookeeperClientManager.getInstance(application).connect(registry.getUrl())));
            } catch (IllegalStateException e) { // what Dubbo makes of any failure of ZooKeeper
                LOG.warn("the registry cannot be read: {}", e.toString());
                throw away();
            }
        }
    }

    private static Refusal away() {
        return new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, "The registry does not answer.", null);
    }

    /** One of them. */
    public static final class Reader {
        private final URL url;
        private final ZookeeperClient client;

        private Reader(URL url, ZookeeperClient client) {
            this.url = url;
            this.client = client;
        }

        /** Host and port. */
        public String address() {
            return url.getAddress();
        }

        /** Names of the nodes below one; none where it does not exist. */
        public List<String> children(String path) {
            @Nullable List<String> children = client.getChildren(path);
            return children == null ? List.of() : children;
        }

        /** What a node holds; empty text where it does not exist. */
        public String content(String path) {
            @Nullable String content = client.getContent(path);
            return content == null ? "" : content;
        }

        /** Those who provide contracts of this platform, by interface. */
        public List<URL> providers() {
            return nodes("providers");
        }

        /** Those who consume them. */
        public List<URL> consumers() {
            return nodes("consumers");
        }

        private List<URL> nodes(String kind) {
            String root = "/" + url.getGroup("dubbo").replaceFirst("^/", "");
            List<URL> found = new ArrayList<>();
            for (String contract : children(root)) {
                if (contract.startsWith(CONTRACTS)) {
                    children(root + "/" + contract + "/" + kind).forEach(node -> found.add(URL.valueOf(node, true)));
                }
            }
            return found;
        }
    }
}

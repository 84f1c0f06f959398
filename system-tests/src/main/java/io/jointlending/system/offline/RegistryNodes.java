package io.jointlending.system.offline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.ExponentialBackoffRetry;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/** ZooKeeper through a session of its own: what an independent reader sees of a provider. */
public final class RegistryNodes implements AutoCloseable {
    private final CuratorFramework client;

    /** Connects to {@code host:port}. */
    public RegistryNodes(String address) {
        client = CuratorFrameworkFactory.newClient(address, new ExponentialBackoffRetry(200, 5));
        client.start();
    }

    /** Paths of all nodes, of services and instances, that lead to this port. */
    public Set<String> of(int port) {
        Set<String> found = new TreeSet<>();
        try {
            for (String service : children("/dubbo")) {
                for (String node : children("/dubbo/" + service + "/providers")) {
                    if (URLDecoder.decode(node, StandardCharsets.UTF_8).matches("[a-z]+://[^/]*:" + port + "/.*")) {
                        found.add("/dubbo/" + service + "/providers/" + node);
                    }
                }
            }
            for (String application : children("/services")) {
                for (String node : children("/services/" + application)) {
                    if (node.endsWith(":" + port)) {
                        found.add("/services/" + application + "/" + node);
                    }
                }
            }
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot read the registry", e);
        }
        return found;
    }

    /** Sessions, in hex, that hold these nodes. */
    Set<String> sessionsOf(Set<String> paths) {
        Set<String> sessions = new TreeSet<>();
        try {
            for (String path : paths) {
                Stat stat = client.checkExists().forPath(path);
                if (stat != null) {
                    sessions.add(Long.toHexString(stat.getEphemeralOwner()));
                }
            }
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot read the registry", e);
        }
        return sessions;
    }

    /** Pushes a rule, as Dubbo-Admin does, that changes a parameter of one provider of an application. */
    void pushRule(String application, String address, int timeoutMillis) {
        String rule =
                """
                configVersion: v2.7
                scope: application
                key: %s
                enabled: true
                configs:
                - side: provider
                  addresses: ["%s"]
                  parameters:
                    timeout: %d
                """
                        .formatted(application, address, timeoutMillis);
        String path = "/dubbo/config/dubbo/" + application + ".configurators";
        try {
            client.create().orSetData().creatingParentsIfNeeded().forPath(path, rule.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot push a rule", e);
        }
    }

    private List<String> children(String path) throws Exception {
        try {
            return client.getChildren().forPath(path);
        } catch (KeeperException.NoNodeException e) {
            return new ArrayList<>();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package io.jointlending.system.offline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.ExponentialBackoffRetry;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;

/** ZooKeeper through a session of its own: what an independent reader sees of a provider. */
public final class RegistryNodes implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(?:://|/)([0-9.]+):[0-9]+");

    private final CuratorFramework client;

    /** Connects to {@code host:port}. */
    public RegistryNodes(String address) {
        client = CuratorFrameworkFactory.newClient(address, new ExponentialBackoffRetry(200, 5));
        client.start();
    }

    /** Paths of all nodes, of services and instances, that lead to this port. */
    public Set<String> of(int port) {
        return matching(Integer.toString(port));
    }

    /** Paths of all nodes of providers. */
    Set<String> all() {
        return matching("[0-9]+");
    }

    private Set<String> matching(String port) {
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
                    if (node.matches(".*:" + port)) {
                        found.add("/services/" + application + "/" + node);
                    }
                }
            }
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot read the registry", e);
        }
        return found;
    }

    /** Host and port of a provider, by its nodes. */
    static String address(Set<String> nodes, int port) {
        for (String node : nodes) {
            Matcher matcher = ADDRESS.matcher(URLDecoder.decode(node, StandardCharsets.UTF_8));
            if (matcher.find()) {
                return matcher.group(1) + ":" + port;
            }
        }
        throw new IllegalStateException("no address in " + nodes);
    }

    /** Writes so many times: clients only come back to a ZooKeeper that has counted further than they have seen. */
    void write(int times) {
        try {
            for (int i = 0; i < times; i++) {
                client.create().orSetData().forPath("/written", new byte[0]);
            }
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot write", e);
        }
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

    /**
     * Pushes a rule, as Dubbo-Admin does, that gives providers of an application another timeout. Whoever is named with the
     * timeout that he has already is left alone by it.
     *
     * @param timeouts by address
     */
    void pushRule(String application, Map<String, Integer> timeouts) {
        StringBuilder rule = new StringBuilder(
                "configVersion: v2.7\nscope: application\nkey: " + application + "\nenabled: true\nconfigs:\n");
        timeouts.forEach((address, timeout) -> rule.append("- side: provider\n  addresses: [\"")
                .append(address)
                .append("\"]\n  parameters:\n    timeout: ")
                .append(timeout)
                .append('\n'));
        byte[] data = rule.toString().getBytes(StandardCharsets.UTF_8);
        try {
            client.create().orSetData().creatingParentsIfNeeded().forPath(rulePath(application), data);
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot push a rule", e);
        }
    }

    /** Takes away what an earlier run has pushed. */
    void dropRule(String application) {
        try {
            client.delete().quietly().forPath(rulePath(application));
        } catch (Exception e) { // what Curator declares
            throw new IllegalStateException("cannot drop a rule", e);
        }
    }

    private static String rulePath(String application) {
        return "/dubbo/config/dubbo/" + application + ".configurators";
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

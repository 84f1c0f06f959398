package io.jointlending.agent.inside;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A few nodes of ZooKeeper through the Curator client that Dubbo has open already. */
final class ZooKeeperNodes {
    private final Object curator;

    ZooKeeperNodes(Object curator) {
        this.curator = curator;
    }

    /** A node that ends with this session, made now: one that is there already may end with the session that made it. */
    void createEphemeral(String path) {
        delete(path);
        Object create = Mirror.call(Mirror.call(curator, "create"), "creatingParentsIfNeeded");
        Object mode = ephemeral();
        byte[] empty = "".getBytes(StandardCharsets.UTF_8);
        Mirror.call(Mirror.call(create, "withMode", mode), "forPath", path, empty);
    }

    /** A node that stays, with those above it; nothing if it is there. */
    void createFolder(String path) {
        if (!Mirror.optional(Mirror.call(curator, "checkExists"), "forPath", path)
                .isPresent()) {
            Object create = Mirror.call(Mirror.call(curator, "create"), "creatingParentsIfNeeded");
            Mirror.call(create, "forPath", path, "".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** When a node was made, by the clock of ZooKeeper; 0 if it is not there. */
    long madeAt(String path) {
        return Mirror.optional(Mirror.call(curator, "checkExists"), "forPath", path)
                .map(stat -> (Long) Mirror.call(stat, "getCtime"))
                .orElse(0L);
    }

    List<String> children(String path) {
        if (!Mirror.optional(Mirror.call(curator, "checkExists"), "forPath", path)
                .isPresent()) {
            return new ArrayList<>();
        }
        List<String> names = new ArrayList<>();
        for (Object name : (Collection<?>) Mirror.call(Mirror.call(curator, "getChildren"), "forPath", path)) {
            names.add(String.valueOf(name));
        }
        return names;
    }

    /** Nothing if it is not there. */
    void delete(String path) {
        if (Mirror.optional(Mirror.call(curator, "checkExists"), "forPath", path)
                .isPresent()) {
            Mirror.optional(Mirror.call(Mirror.call(curator, "delete"), "guaranteed"), "forPath", path);
        }
    }

    private Object ephemeral() {
        try {
            Class<?> modes = Class.forName(
                    "org.apache.zookeeper.CreateMode", true, curator.getClass().getClassLoader());
            return Mirror.callStatic(modes, "valueOf", "EPHEMERAL");
        } catch (ClassNotFoundException e) {
            throw new Mirror.Failure("CreateMode", e);
        }
    }
}

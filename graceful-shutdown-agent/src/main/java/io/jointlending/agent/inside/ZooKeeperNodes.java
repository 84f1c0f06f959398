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

    /** A node that ends with the session; nothing if it is there already. */
    void createEphemeral(String path) {
        if (Mirror.optional(Mirror.call(curator, "checkExists"), "forPath", path)
                .isPresent()) {
            return;
        }
        Object create = Mirror.call(Mirror.call(curator, "create"), "creatingParentsIfNeeded");
        Object mode = ephemeral();
        byte[] empty = "".getBytes(StandardCharsets.UTF_8);
        Mirror.call(Mirror.call(create, "withMode", mode), "forPath", path, empty);
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

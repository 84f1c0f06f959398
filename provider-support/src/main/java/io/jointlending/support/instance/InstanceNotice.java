package io.jointlending.support.instance;

import io.jointlending.api.ops.InstanceActView;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells of itself in ZooKeeper, in an ephemeral node that stays while it is taken offline and goes when it ends. It
 * holds no secret: whoever can read the registry can read it.
 *
 * @param application Dubbo application name
 * @param instance host, port and process id
 * @param address host and port that are registered
 * @param startedAt UTC
 * @param agent whether the agent's door is open in it
 * @param services contracts that it exports, each with its Dubbo group and a slash before it where it has one
 * @param act the last time that it was taken offline or online through it
 */
public record InstanceNotice(
        String application,
        String instance,
        String address,
        LocalDateTime startedAt,
        boolean agent,
        List<String> services,
        @Nullable InstanceActView act) {
    /** The node whose children are the notices, one for each instance. */
    public static final String NODES = "/joint-lending/instances";

    /** A copy. */
    public InstanceNotice {
        services = List.copyOf(services);
    }
}

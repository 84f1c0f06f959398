package io.jointlending.support.instance;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.InstanceActView;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import io.jointlending.support.task.Sweeper;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.dubbo.registry.support.RegistryManager;
import org.apache.dubbo.registry.zookeeper.ZookeeperRegistry;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClient;
import org.apache.dubbo.remoting.zookeeper.curator5.ZookeeperClientManager;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link InstanceNotice} of this process in every ZooKeeper that it registers in, also after a lost session. It is no part
 * of what the agent pauses: an instance that is offline still says that it is there.
 */
public final class InstanceNode implements AutoCloseable {
    private static final Duration UPKEEP = Duration.ofSeconds(3);

    private final ApplicationModel model;
    private final Supplier<Optional<Exported>> exported;
    private final Identity process;
    private final Sweeper upkeep = new Sweeper("instance-node", UPKEEP, this::keep);
    private volatile @Nullable InstanceActView act;
    private volatile String written = "";

    /**
     * Not started yet.
     *
     * @param exported what this process exports now; empty until it exports something
     */
    public InstanceNode(ApplicationModel model, Identity process, Supplier<Optional<Exported>> exported) {
        this.model = model;
        this.process = process;
        this.exported = exported;
    }

    /** Begins to tell. */
    public void start() {
        upkeep.start();
    }

    /** Tells of an act; at once, where the registry answers. */
    void tell(InstanceActView latest) {
        act = latest;
        upkeep.wake();
    }

    @Override
    public void close() {
        upkeep.close();
    }

    private int keep() {
        Optional<Exported> now = exported.get();
        if (now.isEmpty()) {
            return 0;
        }
        String text = Json.write(new InstanceNotice(
                process.application,
                process.instance,
                now.get().address,
                process.startedAt,
                process.agent,
                now.get().services,
                act));
        String path = InstanceNotice.NODES + "/" + process.instance;
        try {
            for (ZookeeperClient client : clients()) {
                if (!text.equals(written) || !client.checkExists(path)) {
                    client.createOrUpdate(path, text, true);
                }
            }
        } catch (IllegalStateException e) { // what Dubbo makes of any failure of ZooKeeper
            written = "";
            throw new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, "The registry does not answer: " + e.getMessage(), null);
        }
        written = text;
        return 0;
    }

    private List<ZookeeperClient> clients() {
        return RegistryManager.getInstance(model).getRegistries().stream()
                .filter(ZookeeperRegistry.class::isInstance)
                .map(registry -> ZookeeperClientManager.getInstance(model).connect(registry.getUrl()))
                .distinct()
                .toList();
    }

    /**
     * This process.
     *
     * @param application Dubbo application name
     * @param instance host, port and process id
     * @param startedAt UTC
     * @param agent whether the agent's door is open
     */
    public record Identity(String application, String instance, LocalDateTime startedAt, boolean agent) {}

    /**
     * What it exports.
     *
     * @param address host and port
     * @param services contracts, with group and slash where there is one
     */
    public record Exported(String address, List<String> services) {
        /** A copy. */
        public Exported {
            services = List.copyOf(services);
        }
    }
}

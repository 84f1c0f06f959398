package io.jointlending.system.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * Typed proxies of the contracts, found through the registry or at one address. Timeouts and retries are those of the
 * contracts: commands are sent once.
 */
public final class DubboConsumer implements AutoCloseable {
    private final DubboBootstrap bootstrap;
    private final @Nullable String url;
    private final Map<String, Object> services = new ConcurrentHashMap<>();

    private DubboConsumer(String application, @Nullable String registryAddress, @Nullable String url) {
        this.url = url;
        ApplicationConfig config = new ApplicationConfig(application);
        config.setQosEnable(false);
        config.setSerializeCheckStatus("STRICT");
        config.setCheckSerializable(true);
        this.bootstrap = DubboBootstrap.newInstance().application(config);
        if (registryAddress == null) {
            bootstrap.registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE));
        } else {
            RegistryConfig registry = new RegistryConfig(registryAddress);
            registry.setTimeout(10_000);
            registry.setCheck(true);
            bootstrap.registry(registry);
        }
        bootstrap.start();
    }

    /**
     * A consumer that finds providers through ZooKeeper.
     *
     * @param application Dubbo application name, the caller of the commands
     * @param registryAddress such as {@code zookeeper://127.0.0.1:2181}
     */
    public static DubboConsumer throughRegistry(String application, String registryAddress) {
        return new DubboConsumer(application, registryAddress, null);
    }

    /**
     * A consumer of one address, without a registry.
     *
     * @param application Dubbo application name, the caller of the commands
     * @param url such as {@code dubbo://127.0.0.1:20881}
     */
    public static DubboConsumer direct(String application, String url) {
        return new DubboConsumer(application, null, url);
    }

    /** The proxy of a contract. */
    public <T> T service(Class<T> contract) {
        return service(contract, "");
    }

    /** The proxy of a contract that several providers export, each in its group. */
    public <T> T service(Class<T> contract, String group) {
        return contract.cast(
                services.computeIfAbsent(group + "/" + contract.getName(), key -> reference(contract, group)));
    }

    private <T> T reference(Class<T> contract, String group) {
        ReferenceConfig<T> reference =
                new ReferenceConfig<>(bootstrap.getApplicationModel().getDefaultModule());
        reference.setInterface(contract);
        reference.setVersion("1.0.0");
        reference.setCheck(false);
        if (!group.isEmpty()) {
            reference.setGroup(group);
        }
        if (url != null) {
            reference.setUrl(url);
        }
        return reference.get();
    }

    @Override
    public void close() {
        bootstrap.getApplicationModel().destroy();
    }
}

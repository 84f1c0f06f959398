package io.jointlending.channel.usage.remote;

import io.jointlending.channel.registry.remote.ZooKeeperRegistries;
import io.jointlending.channel.usage.RegisteredContracts;
import io.jointlending.channel.usage.RegisteredContracts.Consumed;
import io.jointlending.channel.usage.RegisteredContracts.Provided;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.dubbo.common.URL;

/**
 * Reads the nodes of the contracts from ZooKeeper. Applications that register without an address of their own for each interface
 * (register-mode=instance), or not at all, are not seen.
 */
public final class Registry implements Supplier<RegisteredContracts> {
    private final ZooKeeperRegistries registries;

    /** In these registries. */
    public Registry(ZooKeeperRegistries registries) {
        this.registries = registries;
    }

    /** What is registered now. Code: B0320 when the registry is away. */
    @Override
    public RegisteredContracts get() {
        List<Provided> provided = new ArrayList<>();
        List<Consumed> consumed = new ArrayList<>();
        registries.each(registry -> {
            for (URL url : registry.providers()) {
                provided.add(new Provided(
                        url.getApplication(""),
                        url.getServiceInterface(),
                        url.getGroup(""),
                        url.getParameter("methods", List.of())));
            }
            for (URL url : registry.consumers()) {
                consumed.add(new Consumed(url.getApplication(""), url.getServiceInterface(), url.getGroup("")));
            }
        });
        return new RegisteredContracts(provided, consumed);
    }
}

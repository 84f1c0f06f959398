package io.jointlending.channel.instance.remote;

import io.jointlending.channel.instance.Instances;
import io.jointlending.channel.instance.Instances.Registered;
import io.jointlending.channel.registry.remote.ZooKeeperRegistries;
import io.jointlending.support.instance.InstanceNotice;
import io.jointlending.support.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.dubbo.common.URL;

/** Reads the notices of the processes, the nodes of their contracts and those of their applications. */
public final class InstanceNodes implements Supplier<Instances> {
    /** Where Dubbo's discovery by application lies. */
    private static final String APPLICATIONS = "/services/";

    private final ZooKeeperRegistries registries;

    /** In these registries. */
    public InstanceNodes(ZooKeeperRegistries registries) {
        this.registries = registries;
    }

    /** What there is now. Code: B0320. */
    @Override
    public Instances get() {
        Set<String> addresses = new TreeSet<>();
        Map<String, InstanceNotice> notices = new LinkedHashMap<>();
        Set<Registered> registered = new HashSet<>();
        registries.each(registry -> {
            addresses.add(registry.address());
            for (String name : registry.children(InstanceNotice.NODES)) {
                String text = registry.content(InstanceNotice.NODES + "/" + name);
                if (!text.isEmpty()) { // it has ended since
                    notices.put(name, Json.read(text, InstanceNotice.class));
                }
            }
            Set<String> applications = new TreeSet<>();
            notices.values().forEach(notice -> applications.add(notice.application()));
            for (URL url : registry.providers()) {
                String application = url.getApplication("");
                applications.add(application);
                registered.add(new Registered(
                        registry.address(), Instances.INTERFACE, application, url.getAddress(), service(url)));
            }
            for (String application : applications) {
                for (String address : registry.children(APPLICATIONS + application)) {
                    registered.add(
                            new Registered(registry.address(), Instances.INSTANCE, application, address, application));
                }
            }
        });
        List<InstanceNotice> all = new ArrayList<>(notices.values());
        return new Instances(addresses, all, registered);
    }

    private static String service(URL url) {
        return (url.getGroup("").isEmpty() ? "" : url.getGroup() + "/") + url.getServiceInterface();
    }
}

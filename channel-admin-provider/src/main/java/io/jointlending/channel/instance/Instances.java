package io.jointlending.channel.instance;

import io.jointlending.api.ops.InstanceRegistrationView;
import io.jointlending.api.ops.InstanceView;
import io.jointlending.support.instance.InstanceNotice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the registries show of the processes. Each says itself that it is there and what it exports, so that one which is taken
 * offline is seen too; whether callers find it is what the registry says, and never what it thinks of itself.
 *
 * @param registries addresses
 * @param notices of the processes
 * @param registered what callers find
 */
public record Instances(Set<String> registries, List<InstanceNotice> notices, Collection<Registered> registered) {
    /** A node of a contract. */
    public static final String INTERFACE = "INTERFACE";
    /** The node of an application. */
    public static final String INSTANCE = "INSTANCE";

    /** Copies. */
    public Instances {
        registries = Set.copyOf(registries);
        notices = List.copyOf(notices);
        registered = Set.copyOf(registered);
    }

    /** The process of this name. */
    Optional<InstanceNotice> find(String application, String instance) {
        return notices.stream()
                .filter(notice -> notice.application().equals(application)
                        && notice.instance().equals(instance))
                .findFirst();
    }

    /** All of them, by application and address. */
    List<InstanceView> views() {
        Map<String, Map<String, @Nullable InstanceNotice>> found = new TreeMap<>();
        registered.forEach(node ->
                found.computeIfAbsent(node.application, key -> new TreeMap<>()).put(node.address, null));
        List<InstanceView> views = new ArrayList<>();
        for (InstanceNotice notice : notices) {
            Map<String, @Nullable InstanceNotice> same =
                    found.computeIfAbsent(notice.application(), key -> new TreeMap<>());
            @Nullable InstanceNotice other = same.get(notice.address());
            // one that was killed leaves its node for some seconds, while the next has its address already
            if (other == null || other.startedAt().isBefore(notice.startedAt())) {
                same.put(notice.address(), notice);
            }
        }
        found.forEach((application, instances) ->
                instances.forEach((address, notice) -> views.add(view(application, address, notice))));
        return views;
    }

    private InstanceView view(String application, String address, @Nullable InstanceNotice notice) {
        Set<String> services = registered.stream()
                .filter(node -> node.kind.equals(INTERFACE)
                        && node.application.equals(application)
                        && node.address.equals(address))
                .map(Registered::service)
                .collect(Collectors.toCollection(TreeSet::new));
        if (notice != null) {
            services.addAll(notice.services());
        }
        List<InstanceRegistrationView> lines = new ArrayList<>();
        for (String registry : new TreeSet<>(registries)) {
            lines.add(line(new Registered(registry, INSTANCE, application, address, application)));
            services.forEach(
                    service -> lines.add(line(new Registered(registry, INTERFACE, application, address, service))));
        }
        boolean any = lines.stream().anyMatch(InstanceRegistrationView::registered);
        boolean all = lines.stream().allMatch(InstanceRegistrationView::registered);
        return new InstanceView(
                application,
                address,
                notice == null ? null : notice.instance(),
                notice == null ? null : notice.startedAt(),
                all ? "ONLINE" : any ? "PARTIAL" : "OFFLINE",
                notice != null && notice.agent(),
                lines,
                notice == null ? null : notice.act());
    }

    private InstanceRegistrationView line(Registered node) {
        return new InstanceRegistrationView(node.registry, node.kind, node.service, registered.contains(node));
    }

    /**
     * Something that callers find.
     *
     * @param kind {@link #INTERFACE} or {@link #INSTANCE}
     * @param address host and port
     * @param service contract with its group and a slash before it where it has one, or the application
     */
    public record Registered(String registry, String kind, String application, String address, String service) {}
}

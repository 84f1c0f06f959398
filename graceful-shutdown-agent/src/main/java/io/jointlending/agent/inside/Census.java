package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that is exported and held right now. */
final class Census {
    final List<DubboApplication> applications;
    final List<Registration> registrations = new ArrayList<>();
    final List<String> problems;
    private final IdentityHashMap<Object, RegistryDoor> doors = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Set<String>> held = new IdentityHashMap<>();

    private Census(List<DubboApplication> applications, List<String> problems) {
        this.applications = applications;
        this.problems = problems;
    }

    static Census take(DubboFinder finder) {
        List<String> problems = new ArrayList<>();
        Census census = new Census(finder.applications(problems), problems);
        for (DubboApplication application : census.applications) {
            try {
                application.within(() -> {
                    census.read(application);
                    return application;
                });
            } catch (Mirror.Failure e) {
                problems.add("cannot read " + application.name() + ": " + e.getMessage());
            }
        }
        return census;
    }

    private void read(DubboApplication application) {
        for (Object registry : application.registries()) {
            door(registry);
        }
        for (Object provider : new ArrayList<>(application.providerModels())) {
            String service = String.valueOf(Mirror.call(provider, "getServiceKey"));
            for (Object stated : new ArrayList<>((List<?>) Mirror.call(provider, "getStatedUrl"))) {
                Object registry = application.registry(Mirror.call(stated, "getRegistryUrl"));
                registrations.add(new Registration(application, service, stated, door(registry)));
            }
        }
    }

    private RegistryDoor door(Object registry) {
        return doors.computeIfAbsent(registry, RegistryDoor::of);
    }

    List<RegistryDoor> doors() {
        return new ArrayList<>(doors.values());
    }

    /** True if Dubbo says so, or would register it again after a lost session. */
    boolean isUp(Registration registration) {
        return registration.flagged() || isHeld(registration);
    }

    boolean isHeld(Registration registration) {
        return held.computeIfAbsent(registration.door.registry, registry -> keys(registration.door.held()))
                .contains(key(registration.url()));
    }

    List<Registration> up() {
        List<Registration> up = new ArrayList<>();
        for (Registration registration : registrations) {
            if (isUp(registration)) {
                up.add(registration);
            }
        }
        return up;
    }

    /** What a registry holds of providers that no exported service accounts for, such as the URL before a rule. */
    List<Object> strangers(RegistryDoor door) {
        Set<String> accounted = new LinkedHashSet<>();
        for (Registration registration : registrations) {
            if (registration.door == door) {
                accounted.add(Urls.text(registration.url()));
            }
        }
        List<Object> strangers = new ArrayList<>();
        for (Object url : door.held()) {
            if (!accounted.contains(Urls.text(url))) {
                strangers.add(url);
            }
        }
        return strangers;
    }

    /** Where this JVM serves: host and port of every exported URL. */
    Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        for (Registration registration : registrations) {
            addresses.add(Urls.address(registration.url()));
        }
        return addresses;
    }

    private static Set<String> keys(List<Object> urls) {
        Set<String> keys = new LinkedHashSet<>();
        for (Object url : urls) {
            keys.add(key(url));
        }
        return keys;
    }

    private static String key(Object url) {
        return Urls.protocol(url) + " " + Urls.address(url) + " " + Urls.service(url);
    }
}

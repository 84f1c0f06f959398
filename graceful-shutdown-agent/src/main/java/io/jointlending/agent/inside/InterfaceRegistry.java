package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registry with one node for each service and provider. */
final class InterfaceRegistry extends RegistryDoor {
    InterfaceRegistry(Object registry) {
        super(registry);
    }

    @Override
    String kind() {
        return INTERFACE;
    }

    @Override
    String nodeOf(Object providerUrl) {
        return Urls.protocol(providerUrl) + "://" + Urls.address(providerUrl) + "/" + Urls.service(providerUrl);
    }

    @Override
    List<Object> held() {
        return Mirror.isA(registry, "org.apache.dubbo.registry.support.AbstractRegistry")
                ? providersAmong((Collection<?>) Mirror.call(registry, "getRegistered"))
                : Collections.emptyList();
    }

    @Override
    boolean shows(Object providerUrl) {
        return shown(providerUrl).stream().anyMatch(url -> Urls.same(url, providerUrl));
    }

    @Override
    void publish() {
        // the calls that register and unregister have done it
    }

    @Override
    void removeLeftOver(Object providerUrl) {
        for (Object url : shown(providerUrl)) {
            if (Urls.same(url, providerUrl)) {
                unregister(url);
            }
        }
        unregister(providerUrl);
    }

    @Override
    Set<String> others(Object providerUrl, Collection<String> own) {
        Set<String> others = new LinkedHashSet<>();
        for (Object url : shown(providerUrl)) {
            boolean off = Urls.parameter(url, "disabled").equals("true")
                    || Urls.parameter(url, "enabled").equals("false");
            if (!off && !own.contains(Urls.address(url))) {
                others.add(Urls.address(url));
            }
        }
        return others;
    }

    @Override
    List<String> callers(Object providerUrl) {
        Set<String> callers = new LinkedHashSet<>();
        for (Object url : shown(Mirror.call(providerUrl, "addParameter", "category", "consumers"))) {
            callers.add(Urls.parameter(url, "application") + " " + Mirror.call(url, "getHost"));
        }
        return new ArrayList<>(callers);
    }

    @Override
    Optional<Object> curator() {
        return Mirror.field(registry, "zkClient").flatMap(client -> Mirror.field(client, "client"));
    }

    private Collection<?> shown(Object url) {
        return Mirror.optional(registry, "lookup", url)
                .<Collection<?>>map(found -> (Collection<?>) found)
                .orElse(Collections.emptyList());
    }
}

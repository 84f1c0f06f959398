package io.jointlending.agent.inside;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry with one node for each service and provider. */
final class InterfaceRegistry extends RegistryDoor {
    /** In {@code protocol://user:password@host:port/path}. */
    private static final Pattern ADDRESS = Pattern.compile("^[^:/?]+://(?:[^/?@]*@)?([^/?]+)");

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

    /** Dubbo remembers which folders it has seen, and fails for ever in a ZooKeeper that has lost its data. */
    @Override
    void prepare(Object providerUrl) {
        curator().ifPresent(curator -> new ZooKeeperNodes(curator)
                .createFolder(String.valueOf(Mirror.call(registry, "toCategoryPath", providerUrl))));
    }

    @Override
    Map<String, List<String>> paths(Object providerUrl) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        String folder = String.valueOf(Mirror.call(registry, "toCategoryPath", providerUrl));
        for (String name : curator()
                .map(ZooKeeperNodes::new)
                .map(nodes -> nodes.children(folder))
                .orElse(Collections.emptyList())) {
            Matcher address = ADDRESS.matcher(decoded(name));
            if (address.find()) {
                paths.computeIfAbsent(address.group(1), key -> new ArrayList<>())
                        .add(folder + "/" + name);
            }
        }
        return paths;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new Mirror.Failure(name, e);
        }
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

package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** One Dubbo application of this JVM: what it exports, its registries, its pools. Made anew for every look. */
abstract class DubboApplication {
    private static final String PROVIDER_POOLS = "java.util.concurrent.ExecutorService";
    private static final String SHARED_BY_CONSUMERS = String.valueOf(Integer.MAX_VALUE);

    private final ClassLoader loader;

    DubboApplication(ClassLoader loader) {
        this.loader = loader;
    }

    /** Name as configured, empty while there is none. */
    abstract String name();

    /** Version of Dubbo by its kind: "2.7" or "3". */
    abstract String generation();

    /** The exported services. */
    abstract Collection<?> providerModels();

    /** All registries that were made, those that are only read included. */
    abstract Collection<?> registries();

    /** Senders of the read-only mark, where this Dubbo has some. */
    abstract Collection<?> gracefulShutdowns();

    /** False while services are still being exported. */
    abstract boolean started();

    abstract Object registryFactory(Object registryUrl);

    abstract Optional<Object> executorRepository();

    /** Runs with the class loader of the application, as extensions are looked up through it. */
    final <T> T within(Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (Mirror.Failure e) {
            throw e;
        } catch (Exception e) {
            throw new Mirror.Failure(name(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    final Class<?> type(String className) {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new Mirror.Failure(className, e);
        }
    }

    /** The registry behind an address, without the wrappers that hide what it holds. */
    final Object registry(Object registryUrl) {
        Object registry = Mirror.call(registryFactory(registryUrl), "getRegistry", registryUrl);
        while (registry.getClass().getName().endsWith(".ListenerRegistryWrapper")) {
            Optional<Object> inner = Mirror.field(registry, "registry");
            if (!inner.isPresent()) {
                return registry;
            }
            registry = inner.get();
        }
        return registry;
    }

    /** The pools that run the requests of others, not those of this application's own calls. */
    final List<ExecutorService> providerPools() {
        List<ExecutorService> pools = new ArrayList<>();
        Object byPort = executorRepository()
                .flatMap(repository -> Mirror.field(repository, "data"))
                .<Object>map(data -> ((Map<?, ?>) data).get(PROVIDER_POOLS))
                .orElse("none");
        if (byPort instanceof Map) {
            for (Map.Entry<?, ?> pool : ((Map<?, ?>) byPort).entrySet()) {
                if (!SHARED_BY_CONSUMERS.equals(String.valueOf(pool.getKey()))
                        && pool.getValue() instanceof ExecutorService) {
                    pools.add((ExecutorService) pool.getValue());
                }
            }
        }
        return pools;
    }
}

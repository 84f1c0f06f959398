package io.jointlending.agent.inside;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/** The one application of a loaded Dubbo 2.7, where everything is static. */
final class Dubbo2Application extends DubboApplication {
    private final Class<?> model;

    Dubbo2Application(Class<?> model) {
        super(model.getClassLoader());
        this.model = model;
    }

    @Override
    String name() {
        try {
            return String.valueOf(Mirror.callStatic(model, "getName"));
        } catch (Mirror.Failure e) {
            return ""; // no ApplicationConfig yet
        }
    }

    @Override
    String generation() {
        return "2.7";
    }

    @Override
    Collection<?> providerModels() {
        return (Collection<?>) Mirror.call(Mirror.callStatic(model, "getServiceRepository"), "getExportedServices");
    }

    @Override
    Collection<?> registries() {
        return (Collection<?>)
                Mirror.callStatic(type("org.apache.dubbo.registry.support.AbstractRegistryFactory"), "getRegistries");
    }

    @Override
    Collection<?> gracefulShutdowns() {
        return Collections.emptyList();
    }

    @Override
    boolean started() {
        return true;
    }

    @Override
    Object registryFactory(Object registryUrl) {
        return Mirror.call(extensions("org.apache.dubbo.registry.RegistryFactory"), "getAdaptiveExtension");
    }

    @Override
    Optional<Object> executorRepository() {
        return Mirror.optional(
                extensions("org.apache.dubbo.common.threadpool.manager.ExecutorRepository"), "getDefaultExtension");
    }

    private Object extensions(String of) {
        return Mirror.callStatic(
                type("org.apache.dubbo.common.extension.ExtensionLoader"), "getExtensionLoader", type(of));
    }
}

package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An ApplicationModel of Dubbo 3.0 to 3.3. */
final class Dubbo3Application extends DubboApplication {
    private final Object framework;
    private final Object model;

    private Dubbo3Application(ClassLoader loader, Object framework, Object model) {
        super(loader);
        this.framework = framework;
        this.model = model;
    }

    /** The living applications of every framework model of one loaded Dubbo. */
    static List<DubboApplication> of(Class<?> frameworkType) {
        List<DubboApplication> applications = new ArrayList<>();
        for (Object framework : (Collection<?>) Mirror.callStatic(frameworkType, "getAllInstances")) {
            for (Object model : new ArrayList<>((Collection<?>) Mirror.call(framework, "getApplicationModels"))) {
                if (Boolean.FALSE.equals(Mirror.call(model, "isDestroyed"))) {
                    applications.add(new Dubbo3Application(frameworkType.getClassLoader(), framework, model));
                }
            }
        }
        return applications;
    }

    @Override
    String name() {
        return Mirror.optional(model, "tryGetApplicationName")
                .map(String::valueOf)
                .orElse("");
    }

    @Override
    String generation() {
        return "3";
    }

    @Override
    Collection<?> providerModels() {
        return (Collection<?>) Mirror.call(Mirror.call(model, "getApplicationServiceRepository"), "allProviderModels");
    }

    @Override
    Collection<?> registries() {
        Class<?> managerType = type("org.apache.dubbo.registry.support.RegistryManager");
        return Mirror.optional(Mirror.call(model, "getBeanFactory"), "getBean", managerType)
                .<Collection<?>>map(manager -> (Collection<?>) Mirror.call(manager, "getRegistries"))
                .orElse(Collections.emptyList());
    }

    @Override
    Collection<?> gracefulShutdowns() {
        Class<?> sender;
        try {
            sender = type("org.apache.dubbo.rpc.GracefulShutdown");
        } catch (Mirror.Failure e) {
            return Collections.emptyList(); // before 3.2
        }
        return (Collection<?>) Mirror.callStatic(sender, "getGracefulShutdowns", framework);
    }

    @Override
    boolean started() {
        return Mirror.optional(model, "getDeployer")
                .map(deployer -> Mirror.call(deployer, "isStarted"))
                .orElse(false)
                .equals(true);
    }

    @Override
    Object registryFactory(Object registryUrl) {
        Object extensions = Mirror.call(
                Mirror.call(registryUrl, "getOrDefaultApplicationModel"),
                "getExtensionLoader",
                type("org.apache.dubbo.registry.RegistryFactory"));
        return Mirror.call(extensions, "getAdaptiveExtension");
    }

    @Override
    Optional<Object> executorRepository() {
        return Mirror.optional(model, "getApplicationExecutorRepository");
    }
}

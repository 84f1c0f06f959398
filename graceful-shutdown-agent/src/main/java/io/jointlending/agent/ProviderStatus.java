package io.jointlending.agent;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the Dubbo providers of this JVM (3.0 to 3.3) have exported, and where each service is registered. Reads only. Dubbo
 * is looked for in every class loader, since a Spring Boot jar or a container has one of its own.
 */
public final class ProviderStatus {
    private static final String FRAMEWORK = "org.apache.dubbo.rpc.model.FrameworkModel";

    private final List<String> applications = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int registered;
    private int unregistered;

    private ProviderStatus() {}

    /** The answer as JSON; a failure is an answer too. */
    public static String read(Class<?>[] loaded) {
        ProviderStatus status = new ProviderStatus();
        for (Class<?> type : loaded) {
            if (FRAMEWORK.equals(type.getName())) {
                status.readFrameworks(type);
            }
        }
        return status.json();
    }

    private String json() {
        if (applications.isEmpty() && problems.isEmpty()) {
            return JsonText.object("error", "NO_DUBBO", "message", "this JVM has no Dubbo 3 application");
        }
        if (registered + unregistered == 0 && problems.isEmpty()) {
            return JsonText.object(
                    "error", "NO_PROVIDER", "message", "the Dubbo of this JVM has exported nothing to a registry");
        }
        String state = unregistered == 0 ? "ONLINE" : registered == 0 ? "OFFLINE" : "PARTIAL";
        return JsonText.object(
                "state",
                problems.isEmpty() ? state : "UNKNOWN",
                "registered",
                registered,
                "unregistered",
                unregistered,
                "applications",
                JsonText.array(applications),
                "problems",
                JsonText.array(problems));
    }

    private void readFrameworks(Class<?> frameworkType) {
        try {
            String loader = String.valueOf(frameworkType.getClassLoader());
            for (Object framework :
                    (Collection<?>) frameworkType.getMethod("getAllInstances").invoke(null)) {
                for (Object application : (Collection<?>) call(framework, "getApplicationModels")) {
                    readApplication(loader, framework, application);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            problems.add(JsonText.object("message", "cannot read the Dubbo of this JVM: " + rootOf(e)));
        }
    }

    private void readApplication(String loader, Object framework, Object application)
            throws ReflectiveOperationException {
        List<String> services = new ArrayList<>();
        Object repository = call(application, "getApplicationServiceRepository");
        for (Object provider : (Collection<?>) call(repository, "allProviderModels")) {
            String service = String.valueOf(call(provider, "getServiceKey"));
            for (Object stated : (Collection<?>) call(provider, "getStatedUrl")) {
                boolean isRegistered = Boolean.TRUE.equals(call(stated, "isRegistered"));
                if (isRegistered) {
                    registered++;
                } else {
                    unregistered++;
                }
                services.add(JsonText.object(
                        "service",
                        service,
                        "url",
                        address(call(stated, "getProviderUrl")),
                        "registry",
                        address(call(stated, "getRegistryUrl")),
                        "registered",
                        isRegistered));
            }
        }
        applications.add(JsonText.object(
                "classLoader",
                loader,
                "framework",
                String.valueOf(call(framework, "getInternalId")),
                "application",
                String.valueOf(call(application, "tryGetApplicationName")),
                "services",
                JsonText.array(services)));
    }

    /** Protocol, host and port alone: the parameters of a registry may hold its password. */
    private static String address(Object url) throws ReflectiveOperationException {
        return call(url, "getProtocol") + "://" + call(url, "getAddress");
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name);
        method.setAccessible(true);
        return method.invoke(target);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }
}

package io.jointlending.agent.inside;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for Dubbo in every class loader: a Spring Boot jar and a container have ones of their own. */
final class DubboFinder {
    private static final String FRAMEWORK = "org.apache.dubbo.rpc.model.FrameworkModel";
    private static final String APPLICATION = "org.apache.dubbo.rpc.model.ApplicationModel";
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    private final Instrumentation instrumentation;
    private final List<WeakReference<Class<?>>> models = new ArrayList<>();
    private long lookedAt;

    DubboFinder(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** The applications that live now. New copies of Dubbo are noticed after 2 s, the first one at once. */
    List<DubboApplication> applications(List<String> problems) {
        List<Class<?>> known = known();
        if (known.isEmpty() || System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            known = look();
        }
        List<DubboApplication> applications = new ArrayList<>();
        for (Class<?> model : known) {
            try {
                if (FRAMEWORK.equals(model.getName())) {
                    applications.addAll(Dubbo3Application.of(model));
                } else {
                    applications.add(new Dubbo2Application(model));
                }
            } catch (Mirror.Failure e) {
                problems.add("cannot read the Dubbo of " + model.getClassLoader() + ": " + e.getMessage());
            }
        }
        return applications;
    }

    private List<Class<?>> known() {
        List<Class<?>> known = new ArrayList<>();
        for (WeakReference<Class<?>> model : models) {
            Class<?> type = model.get();
            if (type != null) {
                known.add(type);
            }
        }
        return known;
    }

    private List<Class<?>> look() {
        Map<ClassLoader, Class<?>> byLoader = new HashMap<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // the framework model has all applications; 2.7 has only the other one
            if (name.equals(FRAMEWORK) || (name.equals(APPLICATION) && !byLoader.containsKey(type.getClassLoader()))) {
                byLoader.put(type.getClassLoader(), type);
            }
        }
        models.clear();
        List<Class<?>> found = new ArrayList<>(byLoader.values());
        for (Class<?> type : found) {
            models.add(new WeakReference<Class<?>>(type));
        }
        lookedAt = System.nanoTime();
        return found;
    }
}

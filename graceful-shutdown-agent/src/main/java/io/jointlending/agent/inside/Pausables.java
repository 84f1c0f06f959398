package io.jointlending.agent.inside;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Everything beside Dubbo that takes work: any MBean {@code io.jointlending.agent:type=Pausable,name=…} with the operations
 * {@code pause} and {@code resume} and the attribute {@code Quiet}. Message consumers and timers of an application are
 * such beans.
 */
final class Pausables {
    private static final String PATTERN = "io.jointlending.agent:type=Pausable,*";
    private static final long LIMIT_MILLIS = 5_000;

    private final Set<ObjectName> paused = new LinkedHashSet<>();

    /** Pauses those that are not paused yet, also those that appeared since. */
    void pause(Set<String> errors) {
        for (ObjectName name : find(errors)) {
            if (!paused.contains(name) && invoke(name, "pause", errors)) {
                paused.add(name);
            }
        }
    }

    void resume(Set<String> errors) {
        for (ObjectName name : new ArrayList<>(paused)) {
            if (!find(errors).contains(name) || invoke(name, "resume", errors)) {
                paused.remove(name);
            }
        }
    }

    boolean anyPaused() {
        return !paused.isEmpty();
    }

    /** True if all that were paused have come to rest. */
    boolean quiet(Set<String> errors) {
        boolean all = true;
        for (ObjectName name : find(errors)) {
            all &= !paused.contains(name) || quiet(name, errors);
        }
        return all;
    }

    List<Map<String, Object>> json(Set<String> errors) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ObjectName name : find(errors)) {
            list.add(JsonText.object(
                    "name",
                    String.valueOf(name.getKeyProperty("name")),
                    "paused",
                    paused.contains(name),
                    "quiet",
                    quiet(name, errors)));
        }
        return list;
    }

    private static Set<ObjectName> find(Set<String> errors) {
        try {
            return new LinkedHashSet<>(server().queryNames(new ObjectName(PATTERN), null));
        } catch (JMException | RuntimeException | LinkageError e) {
            errors.add("cannot look for pausables: " + Mirror.rootOf(e));
            return new LinkedHashSet<>();
        }
    }

    private static boolean quiet(ObjectName name, Set<String> errors) {
        return bounded(name, "Quiet", errors, () -> Boolean.TRUE.equals(server().getAttribute(name, "Quiet")));
    }

    private static boolean invoke(ObjectName name, String operation, Set<String> errors) {
        return bounded(name, operation, errors, () -> {
            server().invoke(name, operation, new Object[0], new String[0]);
            return true;
        });
    }

    /** On a thread of its own: code of the application must not stop the one that keeps it offline. */
    private static boolean bounded(
            ObjectName name, String what, Set<String> errors, java.util.concurrent.Callable<Boolean> work) {
        FutureTask<Boolean> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "graceful-shutdown-agent-pause");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            errors.add(what + " of " + name.getKeyProperty("name") + ": " + Mirror.rootOf(e));
        } catch (TimeoutException e) {
            errors.add(what + " of " + name.getKeyProperty("name") + " did not end within " + LIMIT_MILLIS + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}

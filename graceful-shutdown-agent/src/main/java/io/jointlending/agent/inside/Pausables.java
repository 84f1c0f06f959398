package io.jointlending.agent.inside;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
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
 * such beans. One with {@code phase=outlet} in its name is paused when no call runs and the others are quiet.
 */
final class Pausables {
    private static final String PATTERN = "io.jointlending.agent:type=Pausable,*";
    private static final long LIMIT_MILLIS = 5_000;

    private final Set<ObjectName> paused = new LinkedHashSet<>();

    /**
     * Pauses those that are not paused yet, also those that appeared since.
     *
     * @param noCalls true if no call is running any more: what sends the messages of calls may rest too, as soon as
     *     everything else does
     */
    void pause(boolean noCalls, Set<String> errors) {
        Set<ObjectName> all = find(errors);
        boolean intakesQuiet = true;
        for (ObjectName name : all) {
            if (!isOutlet(name)) {
                pause(name, errors);
                intakesQuiet &= paused.contains(name) && (!noCalls || quiet(name, errors));
            }
        }
        for (ObjectName name : all) {
            if (isOutlet(name) && noCalls && intakesQuiet) {
                pause(name, errors);
            }
        }
    }

    private void pause(ObjectName name, Set<String> errors) {
        if (!paused.contains(name) && invoke(name, "pause", errors)) {
            paused.add(name);
        }
    }

    private static boolean isOutlet(ObjectName name) {
        return "outlet".equals(name.getKeyProperty("phase"));
    }

    void resume(Set<String> errors) {
        List<ObjectName> lastFirst = new ArrayList<>(paused);
        Collections.reverse(lastFirst);
        for (ObjectName name : lastFirst) {
            if (!find(errors).contains(name) || invoke(name, "resume", errors)) {
                paused.remove(name);
            }
        }
    }

    boolean anyPaused() {
        return !paused.isEmpty();
    }

    /** True if all are paused and have come to rest; those that send count only if asked for. */
    boolean quiet(boolean withOutlets, Set<String> errors) {
        boolean all = true;
        for (ObjectName name : find(errors)) {
            all &= (isOutlet(name) && !withOutlets) || (paused.contains(name) && quiet(name, errors));
        }
        return all;
    }

    List<Map<String, Object>> json(Set<String> errors) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ObjectName name : find(errors)) {
            list.add(JsonText.object(
                    "name", nameOf(name), "paused", paused.contains(name), "quiet", quiet(name, errors)));
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
    private static boolean bounded(ObjectName name, String what, Set<String> errors, Callable<Boolean> work) {
        FutureTask<Boolean> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "graceful-shutdown-agent-pause");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            errors.add(what + " of " + nameOf(name) + ": " + Mirror.rootOf(e));
        } catch (TimeoutException e) {
            errors.add(what + " of " + nameOf(name) + " did not end within " + LIMIT_MILLIS + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String nameOf(ObjectName name) {
        String text = String.valueOf(name.getKeyProperty("name"));
        return text.startsWith("\"") ? ObjectName.unquote(text) : text;
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}

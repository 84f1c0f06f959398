package io.jointlending.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What the JVM loads. It opens the jar once more, in a class loader of its own that sees nothing of the application, and
 * hands every command to what runs there. Stays small: this class remains the one of the first jar that came.
 */
public final class ShutdownAgent {
    private static final Object LOCK = new Object();
    private static volatile Consumer<String> inside = ShutdownAgent::nobody;
    private static boolean open;

    private ShutdownAgent() {}

    /**
     * With {@code -javaagent}.
     *
     * @param options {@code key=value,key=value}, see docs/offline.md
     */
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            open(ownJar(), options == null ? "" : options, true, instrumentation);
        } catch (Throwable e) {
            // the application starts anyway
            System.err.println("graceful-shutdown-agent is not loaded: " + rootOf(e));
        }
    }

    /**
     * By attach.
     *
     * @param arguments properties, one a line: the command, {@code jar} to open, {@code out} the file for the answer
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        try {
            Properties properties = AgentArguments.parse(arguments);
            open(
                    new File(properties.getProperty("jar", "")),
                    properties.getProperty("options", ""),
                    false,
                    instrumentation);
            inside.accept(arguments);
        } catch (Throwable e) {
            // whoever asked sees that there is no answer; this JVM has its own work to do
            return;
        }
    }

    private static void open(File jar, String options, boolean asJavaAgent, Instrumentation instrumentation)
            throws Exception {
        synchronized (LOCK) {
            if (open) {
                return;
            }
            ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
            // stays open as long as the JVM lives
            URLClassLoader own = new URLClassLoader(new URL[] {jar.toURI().toURL()}, platform);
            Object entry = own.loadClass("io.jointlending.agent.inside.Entry")
                    .getMethod("open", String.class, Boolean.class, Instrumentation.class)
                    .invoke(null, options, asJavaAgent, instrumentation);
            @SuppressWarnings("unchecked") // the entry is made of JDK types, since it comes from another loader
            Consumer<String> opened = (Consumer<String>) entry;
            inside = opened;
            open = true;
        }
    }

    static File ownJar() throws Exception {
        return new File(ShutdownAgent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void nobody(String arguments) {
        throw new IllegalStateException("no agent for " + arguments);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}

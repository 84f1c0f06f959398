package io.jointlending.agent;

import java.io.File;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Properties;

/**
 * What the JVM loads. It only opens the jar named in its arguments in a class loader of its own and runs
 * {@link ProviderStatus} there, so that a newer jar works in a JVM that an older one visited before.
 */
public final class ShutdownAgent {
    private ShutdownAgent() {}

    /** With {@code -javaagent}: nothing to do yet at the start of a JVM. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        agentmain(arguments, instrumentation);
    }

    /**
     * By attach.
     *
     * @param arguments properties, one a line: {@code command=status}, {@code jar} the jar to open, {@code out} the file
     *     that takes the answer
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        try {
            Properties properties = AgentArguments.parse(arguments);
            String out = properties.getProperty("out", "");
            if (!out.isEmpty()) {
                byte[] answer = answer(properties.getProperty("jar", ""), instrumentation)
                        .getBytes(StandardCharsets.UTF_8);
                try (OutputStream file = Files.newOutputStream(Paths.get(out))) {
                    file.write(answer);
                }
            }
        } catch (Throwable e) {
            // whoever asked sees that there is no answer; this JVM has its own work to do
            return;
        }
    }

    private static String answer(String jar, Instrumentation instrumentation) {
        ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
        try (URLClassLoader own =
                new URLClassLoader(new URL[] {new File(jar).toURI().toURL()}, platform)) {
            Class<?> status = own.loadClass("io.jointlending.agent.ProviderStatus");
            return (String) status.getMethod("read", Class[].class)
                    .invoke(null, (Object) instrumentation.getAllLoadedClasses());
        } catch (Throwable e) {
            return JsonText.object("error", "INTERNAL", "message", String.valueOf(e));
        }
    }
}

package io.jointlending.devstack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Holds the one stack of a test JVM. */
final class SharedStack {
    private static final String ATTACH = "JL_STACK_PROPERTIES";

    /** Test JVMs of one module that run side by side, each with a directory of its own. */
    private static final int MOST_NEIGHBOURS = 8;

    private static @Nullable DevStackProcess stack;

    private SharedStack() {}

    static synchronized DevStackProcess with(DevStackProcess.Options options) {
        DevStackProcess running = stack;
        if (running == null) {
            String given = System.getProperty(ATTACH, System.getenv().getOrDefault(ATTACH, ""));
            running = given.isEmpty() ? startBesideOthers(options) : DevStackProcess.attach(Path.of(given));
            stack = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "dev-stack-close"));
        }
        var properties = running.properties();
        for (Component component : options.components()) {
            if (!properties.containsKey(component.word() + ".pid")) {
                running.start(component);
            }
        }
        return running;
    }

    private static DevStackProcess startBesideOthers(DevStackProcess.Options options) {
        Path target = Path.of(System.getProperty("basedir", System.getProperty("user.dir", "")), "target");
        for (int neighbour = 1; ; neighbour++) {
            try {
                return DevStackProcess.start(target.resolve("dev-stack-" + neighbour), options);
            } catch (StartFailure e) {
                if (!e.isRefusal() || neighbour == MOST_NEIGHBOURS) {
                    throw e;
                }
            }
        }
    }
}

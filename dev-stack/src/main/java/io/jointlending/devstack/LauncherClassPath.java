package io.jointlending.devstack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of the supervisor, found from within a test that has the launcher alone on its own class path. The
 * build of dev-stack writes it to {@code target/runtime.classpath}, beside {@code target/classes} and the jar.
 */
final class LauncherClassPath {
    private static final String FILE = "runtime.classpath";
    private static final String BROKER_JAR = "rocketmq-broker-";

    private LauncherClassPath() {}

    static String find() {
        Path launcher = launcher();
        List<Path> candidates = new ArrayList<>();
        candidates.add(launcher.resolveSibling(FILE));
        String root = System.getProperty("project.root");
        if (root != null) {
            candidates.add(Path.of(root, "dev-stack", "target", FILE));
        }
        for (Path candidate : candidates) {
            if (Files.exists(candidate)) {
                return launcher + File.pathSeparator + read(candidate);
            }
        }
        // Surefire may hide the real class path behind a jar with nothing but a manifest.
        return Stream.of("surefire.test.class.path", "surefire.real.class.path", "java.class.path")
                .map(key -> System.getProperty(key, ""))
                .filter(path -> path.contains(BROKER_JAR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the class path of the dev stack is in none of "
                        + candidates + "; build the module: mvn -DskipTests -pl dev-stack package"));
    }

    private static Path launcher() {
        try {
            return Path.of(LauncherClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

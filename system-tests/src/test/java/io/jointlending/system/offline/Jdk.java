package io.jointlending.system.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param feature 17, 21, ...
 * @param home its folder
 */
record Jdk(int feature, Path home) {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

    /** That which runs the tests; with the property {@code dubbo.jdks=all} the newest beside it as well, if that is newer. */
    static List<Jdk> asked() {
        Path ownHome = Path.of(System.getProperty("java.home"));
        Jdk own = new Jdk(Runtime.version().feature(), ownHome);
        List<Jdk> asked = new ArrayList<>(List.of(own));
        if (System.getProperty("dubbo.jdks", "own").equals("all")) {
            beside(ownHome).stream()
                    .filter(other -> other.feature > own.feature)
                    .max(Comparator.comparingInt(Jdk::feature))
                    .ifPresent(asked::add);
        }
        return asked;
    }

    private static List<Jdk> beside(Path home) {
        try (Stream<Path> folders = Files.list(home.toAbsolutePath().resolveSibling("."))) {
            return folders.filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
                    .flatMap(folder -> featureOf(folder).map(feature -> new Jdk(feature, folder)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(home.toString(), e);
        }
    }

    private static Optional<Integer> featureOf(Path home) {
        try {
            Path release = home.resolve("release");
            Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
            return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(home.toString(), e);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(feature);
    }
}

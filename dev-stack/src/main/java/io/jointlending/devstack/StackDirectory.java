package io.jointlending.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layout of a stack's directory, and the few ways in which its files are written. Only its owner can read it. */
record StackDirectory(Path root) {
    private static final long LOG_LIMIT_BYTES = 10L << 20;
    private static final int SHOWN_LOG_LINES = 12;

    /** Exists while the stack is up: its appearance is the ready signal. */
    Path properties() {
        return root.resolve("stack.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path ports() {
        return root.resolve("ports");
    }

    Path children() {
        return root.resolve("children");
    }

    Path rootPassword() {
        return root.resolve("mariadb.password");
    }

    Path data(Component component) {
        return root.resolve("data").resolve(component.word());
    }

    Path log(Component component) {
        return root.resolve("logs").resolve(component.word() + ".log");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path tmp(Component component) {
        return root.resolve("tmp").resolve(component.word());
    }

    /** The user.home of the children: libraries write there without asking. */
    Path home() {
        return root.resolve("home");
    }

    void create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + root, e);
        }
    }

    /** Temporary files of processes that were killed lie about until here. */
    void clear(boolean dataToo) {
        deleteTree(root.resolve("tmp"));
        if (dataToo) {
            deleteTree(root.resolve("data"));
            deleteTree(home());
            deleteTree(rootPassword());
        }
        makeDirectory(home());
    }

    /** The log of a component, moved away first when it has grown long. */
    Path freshLog(Component component) {
        Path log = log(component);
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rotate " + log, e);
        }
        return log;
    }

    /** The last lines of a log, to be shown with an error. */
    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
    }

    static void deleteTree(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + top, e);
        }
    }

    /** A reader sees the old text or the new, never a part; nobody but the owner sees any. */
    static void write(Path file, String text) {
        try {
            Path draft = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "." + file.getFileName(),
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Plain {@code key=value} lines without any escape, so that a shell reads them as easily as Java. */
    static void writeProperties(Path file, Map<String, String> values) {
        write(
                file,
                new TreeMap<>(values)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .collect(Collectors.joining()));
    }

    static Map<String, String> readProperties(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}

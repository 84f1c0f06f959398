package io.jointlending.support.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scripts of one schema: {@code sql/<schema>/V…, U…, C…, grants.sql} and {@code seed/S…}. */
final class ScriptFolder {
    static final String GRANTS = "grants.sql";

    private final Path folder;
    private final SortedMap<Integer, ScriptFile> versions = new TreeMap<>();
    private final SortedMap<Integer, ScriptFile> undos = new TreeMap<>();
    private final SortedMap<Integer, ScriptFile> checks = new TreeMap<>();
    private final SortedMap<Integer, ScriptFile> seeds = new TreeMap<>();

    private ScriptFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads the folder; refuses names that would silently be left out, and gaps in the numbers. */
    static ScriptFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw SchemaException.refused("there is no folder " + folder);
        }
        ScriptFolder scripts = new ScriptFolder(folder);
        for (Path file : sqlFiles(folder)) {
            if (!GRANTS.equals(nameOf(file))) {
                scripts.add(file, "VUC");
            }
        }
        Path seedFolder = folder.resolve("seed");
        if (Files.isDirectory(seedFolder)) {
            sqlFiles(seedFolder).forEach(file -> scripts.add(file, "S"));
        }
        scripts.refuseGaps(scripts.versions, 'V');
        scripts.refuseGaps(scripts.seeds, 'S');
        return scripts;
    }

    String schema() {
        return nameOf(folder.toAbsolutePath().normalize());
    }

    Path grants() {
        return folder.resolve(GRANTS);
    }

    /** The scripts that build the schema, by number. */
    SortedMap<Integer, ScriptFile> versions() {
        return versions;
    }

    SortedMap<Integer, ScriptFile> seeds() {
        return seeds;
    }

    List<ScriptFile> checksUpTo(int number) {
        return List.copyOf(checks.headMap(number + 1).values());
    }

    @Nullable
    ScriptFile undoOf(int number) {
        return undos.get(number);
    }

    /** The script that a row of the history came from; null when it is not here. */
    @Nullable
    ScriptFile find(String version) {
        int number = Integer.parseInt(version.substring(1));
        return version.charAt(0) == 'S' ? seeds.get(number) : versions.get(number);
    }

    private void add(Path file, String kinds) {
        ScriptFile script = ScriptFile.of(file);
        if (script == null || kinds.indexOf(script.kind()) < 0) {
            throw SchemaException.refused("the name of " + file + " does not match " + ScriptFile.NAME
                    + " with a kind of " + kinds + ": it would never run");
        }
        ScriptFile twin = mapOf(script.kind()).put(script.number(), script);
        if (twin != null) {
            throw SchemaException.refused(twin.fileName() + " and " + script.fileName() + " carry the same number");
        }
    }

    private SortedMap<Integer, ScriptFile> mapOf(char kind) {
        return switch (kind) {
            case 'V' -> versions;
            case 'U' -> undos;
            case 'C' -> checks;
            default -> seeds;
        };
    }

    private void refuseGaps(SortedMap<Integer, ScriptFile> scripts, char kind) {
        int expected = 1;
        for (int number : scripts.keySet()) {
            if (number != expected) {
                throw SchemaException.refused(folder + " has " + ScriptFile.versionOf(kind, number) + " but not "
                        + ScriptFile.versionOf(kind, expected) + ": a version is missing");
            }
            expected++;
        }
    }

    private static List<Path> sqlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> nameOf(file).endsWith(".sql")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String nameOf(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }
}

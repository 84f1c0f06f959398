package io.jointlending.support.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One numbered script.
 *
 * @param kind V apply, U undo, C check, S seed, A archive
 * @param number its number, 1 for V001
 * @param description the words of its name
 * @param path where it is
 */
record ScriptFile(char kind, int number, String description, Path path) {
    static final Pattern NAME = Pattern.compile("([VUCSA])(\\d{3})__([a-z0-9]+(?:_[a-z0-9]+)*)\\.sql");

    /** The script of this path; null when the name is not that of a numbered script. */
    static @Nullable ScriptFile of(Path path) {
        Matcher name = NAME.matcher(Objects.requireNonNull(path.getFileName()).toString());
        return name.matches()
                ? new ScriptFile(
                        name.group(1).charAt(0),
                        Integer.parseInt(name.group(2)),
                        name.group(3).replace('_', ' '),
                        path)
                : null;
    }

    /** Such as V001 or S001; the undo and check scripts carry the version they belong to. */
    String version() {
        return versionOf(kind == 'S' ? 'S' : 'V', number);
    }

    static String versionOf(char kind, int number) {
        String digits = Integer.toString(number);
        return kind + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    String fileName() {
        return Objects.requireNonNull(path.getFileName()).toString();
    }

    List<SqlStatement> statements() {
        return SqlStatement.read(path);
    }

    /** SHA-256 of the bytes of the file, hex: what {@code sha256sum} prints. */
    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

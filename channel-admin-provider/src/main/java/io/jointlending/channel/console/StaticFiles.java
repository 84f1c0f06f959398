package io.jointlending.channel.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of the page, read from the jar once. Nothing else can be asked for, whatever the path says. */
final class StaticFiles {
    private static final List<String> NAMES = List.of(
            "index.html",
            "icon.svg",
            "app.css",
            "app.js",
            "api.js",
            "dom.js",
            "text.js",
            "charts.js",
            "overview.js",
            "orders.js",
            "messages.js",
            "configuration.js",
            "approvals.js",
            "breakers.js",
            "flows.js",
            "people.js",
            "instances.js",
            "rpc.js",
            "statements.js",
            "acquisition.js",
            "agents.js",
            "statistics.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    private final Map<String, File> files =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), StaticFiles::read));

    /** The file of this name. */
    Optional<File> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static File read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/console/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no console/" + name);
            }
            byte[] bytes = in.readAllBytes();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
            return new File(bytes, TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""), '"' + hash + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A file.
     *
     * @param tag changes when the bytes do
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(byte[] bytes, String type, String tag) {}
}

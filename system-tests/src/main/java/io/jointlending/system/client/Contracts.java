package io.jointlending.system.client;

import io.jointlending.api.RpcResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every RPC interface of {@code loan-api}, read from the jar or folder it was loaded from. */
public final class Contracts {
    private static final String ROOT = "io/jointlending/api";
    private static final List<Class<?>> ALL = scan();

    private Contracts() {}

    /** Every interface, by simple name. */
    public static List<Class<?>> all() {
        return ALL;
    }

    /** The interface with this simple or full name. */
    public static Optional<Class<?>> find(String name) {
        return ALL.stream()
                .filter(contract -> contract.getSimpleName().equals(name)
                        || contract.getName().equals(name))
                .findFirst();
    }

    private static List<Class<?>> scan() {
        try {
            URI source = RpcResult.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(source);
            if (Files.isDirectory(place)) {
                return scan(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return scan(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the contracts", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the contracts", e);
        }
    }

    private static List<Class<?>> scan(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            List<Class<?>> found = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", ".")))
                    .filter(type -> type.isInterface() && !type.isAnnotation())
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no contract under " + root.resolve(ROOT));
            }
            return found;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Contracts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

package io.jointlending.system.offline;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** A jar as Spring Boot packs it: libraries in the jar, classes in a loader that the application class path does not see. */
final class FatJar {
    private FatJar() {}

    /** The small applications with this class path in one jar. */
    static Path of(Path file, String classPath, String mainClass) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        main.putValue("Start-Class", mainClass);
        main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                loader(jar);
                for (String folder : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
                    jar.putNextEntry(new ZipEntry(folder));
                }
                classes(jar);
                Set<String> names = new HashSet<>();
                for (String library : classPath.split(File.pathSeparator, -1)) {
                    Path path = Path.of(library);
                    if (names.add(String.valueOf(path.getFileName()))) {
                        stored(jar, "BOOT-INF/lib/" + path.getFileName(), Files.readAllBytes(path));
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void loader(JarOutputStream jar) throws IOException {
        try (JarFile loader = new JarFile(Path.of(org.springframework.boot.loader.launch.JarLauncher.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) loader.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().startsWith("org/") && !entry.isDirectory()) {
                    jar.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = loader.getInputStream(entry)) {
                        in.transferTo(jar);
                    }
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void classes(JarOutputStream jar) throws IOException {
        Path folder = labClasses();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                jar.putNextEntry(new ZipEntry("BOOT-INF/classes/io/jointlending/system/offline/" + file.getFileName()));
                jar.write(Files.readAllBytes(file));
            }
        }
    }

    /** Where the small applications were compiled to. */
    static Path labClasses() {
        return Path.of(System.getProperty("basedir", "."), "target/classes/io/jointlending/system/offline")
                .toAbsolutePath();
    }

    private static void stored(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        jar.putNextEntry(entry);
        jar.write(bytes);
    }
}

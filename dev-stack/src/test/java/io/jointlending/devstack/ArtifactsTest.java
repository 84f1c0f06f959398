package io.jointlending.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    private static final Path JAR = Path.of("server-1.2.3.jar");

    private final Path cache;

    ArtifactsTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @Test
    void an_artifact_is_unpacked_once() throws IOException {
        Artifacts artifacts = new Artifacts(cache);
        AtomicInteger times = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Path target = artifacts.unpacked(JAR, "unpacking", directory -> {
                times.incrementAndGet();
                Files.writeString(directory.resolve("program"), "content");
            });
            assertThat(target).isEqualTo(cache.resolve("server-1.2.3"));
            assertThat(target.resolve("program")).hasContent("content");
        }
        assertThat(times).hasValue(1);
    }

    @Test
    void what_a_broken_unpacking_left_is_not_taken_for_the_artifact() throws IOException {
        Artifacts artifacts = new Artifacts(cache);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> artifacts.unpacked(JAR, "unpacking", directory -> {
                    Files.writeString(directory.resolve("program"), "half");
                    throw new IOException("disk full");
                }));
        Path target = artifacts.unpacked(
                JAR, "unpacking", directory -> Files.writeString(directory.resolve("other"), "whole"));

        assertThat(target.resolve("program")).doesNotExist();
        assertThat(target.resolve("other")).hasContent("whole");
    }
}

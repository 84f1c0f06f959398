package io.jointlending.agent.inside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One line of JSON for every act, appended to {@code audit.jsonl} in the agent's directory. */
final class Audit {
    private static final Set<OpenOption> APPEND = new HashSet<>(Arrays.asList(
            StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS));

    private final Path directory;
    private final Path file;
    private volatile String problem = "";

    Audit(String directory) {
        this.directory = Paths.get(directory);
        this.file = Paths.get(directory, "audit.jsonl");
    }

    void write(Map<String, Object> act) {
        try {
            OwnDirectory.make(directory);
            try (SeekableByteChannel channel = open()) {
                channel.write(ByteBuffer.wrap((JsonText.write(act) + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            problem = "";
        } catch (IOException | RuntimeException e) {
            problem = "no audit line in " + file + ": " + Mirror.rootOf(e);
        }
    }

    /** Empty if the last line was written. */
    String problem() {
        return problem;
    }

    private SeekableByteChannel open() throws IOException {
        return OwnDirectory.isPosix(file)
                ? Files.newByteChannel(
                        file,
                        APPEND,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, APPEND);
    }
}

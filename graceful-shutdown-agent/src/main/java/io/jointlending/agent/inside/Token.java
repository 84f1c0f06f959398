package io.jointlending.agent.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;

/** The secret of the HTTP door, in a file that only its owner can read. */
final class Token {
    private static final int BYTES = 24;
    private static final int SHORTEST = 16;

    private Token() {}

    /** The token in this file; a new one if there is none. */
    static byte[] in(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            create(file);
        }
        if (OwnDirectory.isPosix(file)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                        .endsWith("------")) {
            throw new IOException(file + " can be read by others; chmod 600");
        }
        byte[] token = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .trim()
                .getBytes(StandardCharsets.UTF_8);
        if (token.length < SHORTEST) {
            throw new IOException(file + " holds less than " + SHORTEST + " characters");
        }
        return token;
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        StringBuilder text = new StringBuilder();
        for (byte each : random) {
            text.append(Character.forDigit((each >> 4) & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        if (OwnDirectory.isPosix(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(new HashSet<>(PosixFilePermissions.fromString("rw-------"))));
            Files.write(file, line);
        } else {
            Files.write(file, line, StandardOpenOption.CREATE_NEW);
        }
        Arrays.fill(random, (byte) 0);
    }
}

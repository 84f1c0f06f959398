package io.jointlending.fund.sandbox.bank;

import io.jointlending.fund.exchange.envelope.KeyRing;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.text.ChannelLoader;
import io.jointlending.fund.flow.text.ShippedTexts;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.support.http.HttpServers;
import io.jointlending.support.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the sandbox banks as a process, or makes the keys of both sides. */
public final class SandboxBankTool {
    private static final String PASSPHRASE = "JL_SANDBOX_PASSPHRASE";
    private static final String USAGE =
            """
            usage: SandboxBankTool keys DIR       key rings of both sides, into DIR
                   SandboxBankTool run DIR [PORT [ADMIN_PORT [CHANNEL_FILE...]]]
                                                  the banks, with keys and books in DIR; 0 takes a free port;
                                                  keys are made where there are none
            The environment variable JL_SANDBOX_PASSPHRASE is the passphrase of the key rings.
            """;

    private SandboxBankTool() {}

    /** Prints one line of JSON; {@code run} ends with the process. */
    public static void main(String[] args) throws InterruptedException {
        String passphrase = System.getenv(PASSPHRASE);
        if (args.length < 2 || passphrase == null || passphrase.isBlank()) {
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        Path folder = Path.of(args[1]);
        Map<String, Object> line = new LinkedHashMap<>();
        switch (args[0]) {
            case "keys" -> {
                makeKeys(folder, passphrase.toCharArray(), List.of());
                line.put("keys", folder.toString());
                System.out.println(Json.write(line));
            }
            case "run" -> {
                HttpServers.cutNobodyOff(); // who asks a slow bank has to leave it by himself
                SandboxBanks banks = run(folder, passphrase.toCharArray(), args);
                line.put("port", banks.port());
                line.put("adminPort", banks.adminPort());
                System.out.println(Json.write(line));
                new CountDownLatch(1).await();
            }
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static void makeKeys(Path folder, char[] passphrase, List<String> files) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
        SandboxBanks.makeKeys(
                folder, passphrase, channels(files), Clock.systemUTC().instant());
    }

    private static SandboxBanks run(Path folder, char[] passphrase, String[] args) {
        List<String> files = args.length > 4 ? List.of(args).subList(4, args.length) : List.of();
        if (!Files.exists(folder.resolve("banks.p12")) && !Files.exists(folder.resolve("banks-secrets.p12"))) {
            makeKeys(folder, passphrase, files);
        }
        return new SandboxBanks(
                args.length > 2 ? Integer.parseInt(args[2]) : 0,
                args.length > 3 ? Integer.parseInt(args[3]) : 0,
                folder.resolve("books.jsonl"),
                channels(files),
                ring(folder, "banks", passphrase),
                ring(folder, "forgers", passphrase),
                Clock.systemUTC());
    }

    private static KeyRing ring(Path folder, String side, char[] passphrase) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(side + ".p12", side + "-secrets.p12")) {
            if (Files.exists(folder.resolve(name))) {
                files.add(folder.resolve(name));
            }
        }
        return KeyRing.load(files, passphrase);
    }

    /** The channels of these files; of none, those that ship. */
    private static List<ChannelDefinition> channels(List<String> files) {
        return files.isEmpty()
                ? ShippedTexts.CHANNELS.stream()
                        .map(name -> channel(name, ShippedTexts.channel(name)))
                        .toList()
                : files.stream().map(file -> channel(file, text(Path.of(file)))).toList();
    }

    /** The channel of a definition text. */
    static ChannelDefinition channel(String name, String text) {
        Findings findings = new Findings();
        ChannelDefinition channel = SourceReader.read(text, findings)
                .map(source -> new ChannelLoader(false).load(source.tree(), findings))
                .orElse(null);
        if (channel == null || !findings.all().isEmpty()) {
            throw new IllegalArgumentException(name + " is no channel definition: " + findings.all());
        }
        return channel;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no channel definition " + file, e);
        }
    }
}

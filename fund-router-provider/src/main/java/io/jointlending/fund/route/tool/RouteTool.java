package io.jointlending.fund.route.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.route.text.SchemeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command line behind {@code scripts/route}: see {@link #USAGE}. */
public final class RouteTool {
    static final String USAGE =
            """
            usage: scripts/route check [--json] [--schemes FILE] ROUTE...
                     all rules on routes; those about schemes only with a file of schemes
                   scripts/route decide --schemes FILE --order-no N --amount-fen N --fact NAME=VALUE... ROUTE
                     which schemes an order would be given, in which order, every institution being open; --excluded A,B takes
                     institutions away

            A file of schemes: {schemes: {CODE: [{institution: A, kind: EXTERNAL, shareBp: 7000}, {institution: B, kind: SELF,
            shareBp: 3000, lead: true}]}, cancel: [A]}

            exit codes: 0 good routes, 1 something is wrong, 2 usage
            """;

    static final int EXIT_GOOD = 0;
    static final int EXIT_FINDINGS = 1;
    static final int EXIT_USAGE = 2;
    private static final long MAX_FILE = 1024L * 1024;
    private static final Set<String> WITH_VALUE =
            Set.of("--schemes", "--order-no", "--amount-fen", "--fact", "--excluded");

    private RouteTool() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream log) throws IOException {
        if (args.length > 0 && args[0].equals("--help")) {
            out.print(USAGE);
            return EXIT_GOOD;
        }
        Call call = Call.of(args);
        if (call == null) {
            log.print(USAGE);
            return EXIT_USAGE;
        }
        Answer answer;
        try {
            answer = answer(call);
        } catch (NoSuchFileException e) {
            log.println("there is no file " + e.getFile());
            return EXIT_USAGE;
        }
        if (call.json()) {
            out.println(new ObjectMapper().writeValueAsString(answer.json())); // loaded only where it is asked for
        } else {
            answer.lines().forEach(out::println);
        }
        return answer.good() ? EXIT_GOOD : EXIT_FINDINGS;
    }

    private static Answer answer(Call call) throws IOException {
        String schemes = call.options().get("--schemes");
        SchemeFile known = schemes == null ? null : SchemeFile.read(read(schemes));
        RouteCommands commands = new RouteCommands(known);
        if (schemes != null && known != null && !known.findings().isEmpty()) {
            return commands.badSchemes(schemes);
        }
        if (call.command().equals("decide")) {
            String file = call.files().get(0);
            return commands.decide(file, read(file), call);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : call.files()) {
            texts.put(Path.of(file).getFileName().toString(), read(file));
        }
        return commands.check(texts);
    }

    private static String read(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || Files.size(path) > MAX_FILE) {
            throw new NoSuchFileException(file);
        }
        return Files.readString(path);
    }

    /** What a command answers, for people and as JSON. */
    record Answer(boolean good, List<String> lines, Object json) {}

    /**
     * What was called.
     *
     * @param options the last value of each option
     * @param facts name=value of each fact
     */
    record Call(
            String command, List<String> files, Map<String, String> options, Map<String, String> facts, boolean json) {
        static @Nullable Call of(String[] args) {
            List<String> files = new ArrayList<>();
            Map<String, String> options = new LinkedHashMap<>();
            Map<String, String> facts = new LinkedHashMap<>();
            boolean json = false;
            for (int i = 1; i < args.length; i++) {
                String arg = args[i];
                if (arg.equals("--json")) {
                    json = true;
                } else if (!arg.startsWith("--")) {
                    files.add(arg);
                } else if (!WITH_VALUE.contains(arg) || i + 1 >= args.length) {
                    return null;
                } else {
                    i++;
                    if (arg.equals("--fact") && args[i].indexOf('=') > 0) {
                        facts.put(
                                args[i].substring(0, args[i].indexOf('=')),
                                args[i].substring(args[i].indexOf('=') + 1));
                    } else {
                        options.put(arg, args[i]);
                    }
                }
            }
            Call call = new Call(args.length == 0 ? "" : args[0], files, options, facts, json);
            return call.fits() ? call : null;
        }

        private boolean fits() {
            return switch (command) {
                case "check" ->
                    !files.isEmpty() && facts.isEmpty() && Set.of("--schemes").containsAll(options.keySet());
                case "decide" ->
                    files.size() == 1
                            && !options.containsKey("--fact")
                            && options.keySet().containsAll(Set.of("--schemes", "--order-no", "--amount-fen"))
                            && options.getOrDefault("--amount-fen", "").matches("[1-9][0-9]{0,14}");
                default -> false;
            };
        }
    }
}

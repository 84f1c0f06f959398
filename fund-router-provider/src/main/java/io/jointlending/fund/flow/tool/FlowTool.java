package io.jointlending.fund.flow.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command line behind {@code scripts/flow}: see {@link #USAGE}. */
public final class FlowTool {
    static final String USAGE =
            """
            usage: scripts/flow check [--json] [--production] FILE...    all rules on flow and channel definitions
                   scripts/flow run-examples [--json] FILE...            the way and the requests of every example
                   scripts/flow diagram FILE...                          a Mermaid state diagram
                   scripts/flow diff [--json] OLD NEW                    what a version changes, and which examples of the
                                                                         old one go another way in the new one
                   scripts/flow processors [--json]                      what templates may call

            exit codes: 0 good definitions, 1 something is wrong, 2 usage
            """;

    static final int EXIT_GOOD = 0;
    static final int EXIT_FINDINGS = 1;
    static final int EXIT_USAGE = 2;
    private static final long MAX_FILE = 1024L * 1024;

    private FlowTool() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream log) throws IOException {
        if (args.length > 0 && args[0].equals("--help")) {
            out.print(USAGE);
            return EXIT_GOOD;
        }
        List<String> files = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            (args[i].startsWith("--") ? options : files).add(args[i]);
        }
        String command = args.length == 0 ? "" : args[0];
        if (!fits(command, files.size()) || !Set.of("--json", "--production").containsAll(options)) {
            log.print(USAGE);
            return EXIT_USAGE;
        }
        List<Source> sources = new ArrayList<>();
        for (String file : files) {
            try {
                sources.add(source(file));
            } catch (NoSuchFileException e) {
                log.println("there is no file " + file);
                return EXIT_USAGE;
            }
        }
        Answer answer = new FlowCommands(processors(), options.contains("--production")).run(command, sources);
        if (options.contains("--json")) {
            out.println(new ObjectMapper().writeValueAsString(answer.json())); // loaded only where it is asked for
        } else {
            answer.lines().forEach(out::println);
        }
        return answer.good() ? EXIT_GOOD : EXIT_FINDINGS;
    }

    /** A file that was named. */
    record Source(String file, String text) {}

    /** What a command answers, for people and as JSON. */
    record Answer(boolean good, List<String> lines, Object json) {}

    /** The processors of examples: those that ask other systems answer with made-up values. */
    static ProcessorRegistry processors() {
        return new ProcessorRegistry(
                new StandardProcessors("https://callback.invalid"), new BorrowerProcessors(new MadeUpBorrower()));
    }

    private static boolean fits(String command, int files) {
        return switch (command) {
            case "check", "run-examples", "diagram" -> files >= 1;
            case "diff" -> files == 2;
            case "processors" -> files == 0;
            default -> false;
        };
    }

    private static Source source(String file) throws IOException {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || Files.size(path) > MAX_FILE) {
            throw new NoSuchFileException(file);
        }
        return new Source(path.getFileName().toString(), Files.readString(path));
    }
}

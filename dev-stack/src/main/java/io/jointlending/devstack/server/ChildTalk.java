package io.jointlending.devstack.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * How a server process talks with its supervisor: commands on stdin, one answer line each on stdout, "ready" first.
 * When stdin ends the supervisor is gone, and the process ends as well.
 */
final class ChildTalk {
    private final PrintStream answers;

    private ChildTalk(PrintStream answers) {
        this.answers = answers;
    }

    /** Takes stdout for the answers; whatever else writes there goes to stderr, which is the log. */
    static ChildTalk open() {
        ChildTalk talk = new ChildTalk(System.out);
        System.setOut(System.err);
        // Threads of the server would keep a process alive whose main failed.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        return talk;
    }

    /** Says "ready" and answers commands until stdin ends. */
    void serve(UnaryOperator<String> command) {
        say("ready");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say(command.apply(line));
            }
        } catch (IOException e) {
            System.err.println("stdin: " + e);
        }
        System.exit(0);
    }

    /** For a server without commands. */
    void serve() {
        serve(command -> "unknown command: " + command);
    }

    private void say(String line) {
        answers.println(line);
        answers.flush();
    }
}

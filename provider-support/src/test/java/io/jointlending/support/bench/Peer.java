package io.jointlending.support.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.support.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The peer in a process of its own, which is kept so that it is as warm as this one: a line asks, a line of JSON answers. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    Peer(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    JsonNode ask(String... words) throws IOException {
        questions.write(String.join(" ", words) + '\n');
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the peer has ended while it was asked for " + String.join(" ", words));
        }
        return Json.mapper().readTree(line);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

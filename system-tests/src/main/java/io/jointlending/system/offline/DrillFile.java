package io.jointlending.system.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The cycles that a drill has done so far, one line each, so that it can go on where it stopped. */
final class DrillFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<JsonNode> cycles = new ArrayList<>();

    DrillFile(Path file) {
        this.file = file;
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                cycles.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void add(DrillCycle cycle) {
        try {
            String line = JSON.writeValueAsString(cycle.json());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            cycles.add(JSON.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What was counted for this run; {@link IllegalArgumentException} if some of it was done with other settings. */
    DrillResult of(DrillPlan plan) {
        DrillResult result = new DrillResult(plan.name());
        for (JsonNode cycle : cycles) {
            if (cycle.path("run").asText().equals(plan.name())) {
                if (!cycle.path("settings").asText().equals(plan.settings())) {
                    throw new IllegalArgumentException(file + " has cycles of " + plan.name() + " with "
                            + cycle.path("settings").asText() + ", not " + plan.settings());
                }
                result.add(cycle);
            }
        }
        return result;
    }

    static String write(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("result", e);
        }
    }
}

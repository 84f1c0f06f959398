package io.jointlending.fund.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.flow.text.LoadedFlow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The definitions that ship, and how tests load them. */
public final class FlowTexts {
    /** Names of the flows in the jar. */
    public static final List<String> SHIPPED = List.of(
            "first-bank.loan",
            "first-bank.credit",
            "first-bank.query",
            "first-bank.repayment",
            "first-bank.cancel",
            "first-bank.statement",
            "second-bank.loan",
            "second-bank.credit",
            "second-bank.query",
            "second-bank.repayment",
            "second-bank.cancel",
            "second-bank.statement");

    /** What templates may call in tests. */
    public static final ProcessorRegistry PROCESSORS = new ProcessorRegistry(
            new StandardProcessors("https://callback.invalid"), new BorrowerProcessors(new MadeUpBorrower()));

    private FlowTexts() {}

    /** The text of a shipped definition. */
    public static String text(String name) {
        return resource("/flows/" + name + ".yaml");
    }

    /** A table of cases. */
    public static JsonNode cases(String name) {
        try {
            return new ObjectMapper().readTree(resource("/cases/flow/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads a text. */
    public static LoadedFlow load(String text) {
        return new FlowLoader(PROCESSORS).load("flow.yaml", text);
    }

    /** A text that must be good. */
    public static FlowDefinition good(String text) {
        LoadedFlow loaded = load(text);
        return loaded.good().orElseThrow(() -> new AssertionError(loaded.findings()));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(FlowTexts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

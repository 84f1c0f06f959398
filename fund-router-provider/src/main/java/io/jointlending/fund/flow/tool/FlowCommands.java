package io.jointlending.fund.flow.tool;

import io.jointlending.fund.flow.domain.Example;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.check.FlowChecks;
import io.jointlending.fund.flow.domain.check.FlowDiagram;
import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.machine.ExampleRun;
import io.jointlending.fund.flow.domain.machine.History;
import io.jointlending.fund.flow.domain.machine.Shadow;
import io.jointlending.fund.flow.domain.template.BoundProcessor;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.TreeDifference;
import io.jointlending.fund.flow.text.ChannelLoader;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.flow.text.LoadedFlow;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.flow.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands of the tool, from texts to answers. */
final class FlowCommands {
    private final ProcessorRegistry processors;
    private final boolean production;

    FlowCommands(ProcessorRegistry processors, boolean production) {
        this.processors = processors;
        this.production = production;
    }

    FlowTool.Answer run(String command, List<FlowTool.Source> sources) {
        if (command.equals("processors")) {
            return processors();
        }
        List<LoadedFlow> loaded = sources.stream().map(this::load).toList();
        return switch (command) {
            case "check" -> check(loaded);
            case "run-examples" -> runExamples(loaded);
            case "diagram" -> diagram(loaded);
            default -> diff(loaded.get(0), loaded.get(1));
        };
    }

    /** Channel definitions are told by their first property. */
    private LoadedFlow load(FlowTool.Source source) {
        Findings findings = new Findings();
        SourceText text = SourceReader.read(source.text(), findings).orElse(null);
        if (text == null || text.tree().at(List.of("channel")).isEmpty()) {
            return new FlowLoader(processors).load(source.file(), source.text());
        }
        new ChannelLoader(production).load(text.tree(), findings);
        return new LoadedFlow(source.file(), FlowLoader.sha256(source.text()), text, null, findings.all());
    }

    private static FlowTool.Answer check(List<LoadedFlow> files) {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        boolean good = true;
        for (LoadedFlow file : files) {
            good &= file.findings().isEmpty();
            file.findings().forEach(finding -> lines.add(file.text(finding)));
            if (file.findings().isEmpty()) {
                lines.add(file.file() + ": good, " + what(file));
            }
            json.add(describe(file));
        }
        return new FlowTool.Answer(good, lines, object("ok", good, "files", json));
    }

    private static String what(LoadedFlow file) {
        FlowDefinition flow = file.definition();
        return flow == null
                ? "a channel"
                : flow.flow() + " version " + flow.version() + ", "
                        + flow.steps().size() + " steps, " + flow.examples().size() + " examples, sha256 "
                        + file.sha256().substring(0, 12);
    }

    private static Map<String, @Nullable Object> describe(LoadedFlow file) {
        List<Object> findings = new ArrayList<>();
        for (Finding finding : file.findings()) {
            findings.add(object(
                    "line", file.line(finding.place()),
                    "step", finding.place().step().orElse(null),
                    "rule", finding.rule().id(),
                    "number", finding.rule().number(),
                    "place", finding.place().toString(),
                    "message", finding.message()));
        }
        FlowDefinition flow = file.definition();
        return object(
                "file",
                file.file(),
                "flow",
                flow == null ? null : flow.flow(),
                "version",
                flow == null ? null : flow.version(),
                "sha256",
                file.sha256(),
                "findings",
                findings);
    }

    private FlowTool.Answer runExamples(List<LoadedFlow> files) {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        boolean good = true;
        for (LoadedFlow file : files) {
            good &= file.findings().isEmpty();
            file.findings().forEach(finding -> lines.add(file.text(finding)));
            FlowDefinition flow = file.good().orElse(null);
            if (flow != null) {
                examples(file.file(), flow, lines, json);
            }
        }
        return new FlowTool.Answer(good, lines, object("ok", good, "examples", json));
    }

    private void examples(String file, FlowDefinition flow, List<String> lines, List<Object> json) {
        for (Example example : flow.examples()) {
            ExampleRun.Result result = ExampleRun.run(flow, example, processors);
            lines.add(file + ": " + example.name());
            lines.add("  " + String.join(" -> ", result.path()));
            result.sent().forEach((step, tree) -> lines.add("  " + step + " " + tree));
            json.add(object(
                    "file", file,
                    "example", example.name(),
                    "path", result.path(),
                    "outcome", result.outcome(),
                    "sent", plain(new Tree.Fields(result.sent()))));
        }
    }

    private static FlowTool.Answer diagram(List<LoadedFlow> files) {
        List<String> lines = new ArrayList<>();
        boolean good = true;
        for (LoadedFlow file : files) {
            FlowDefinition flow = file.definition();
            good &= flow != null;
            file.findings().forEach(finding -> lines.add("%% " + file.text(finding)));
            lines.add(flow == null ? "%% " + file.file() + " is no flow" : FlowDiagram.mermaid(flow));
        }
        return new FlowTool.Answer(good, lines, object("ok", good, "diagrams", lines));
    }

    private FlowTool.Answer diff(LoadedFlow was, LoadedFlow now) {
        FlowDefinition before = was.good().orElse(null);
        FlowDefinition after = now.good().orElse(null);
        if (before == null || after == null) {
            return check(List.of(was, now));
        }
        Findings versions = new Findings();
        FlowChecks.checkVersion(published(was, before), published(now, after), versions);
        List<TreeDifference.Change> changes = TreeDifference.between(was.tree(), now.tree());
        List<History> histories = before.examples().stream()
                .map(example -> ExampleRun.run(before, example, processors).history())
                .toList();
        List<String> lines = new ArrayList<>();
        changes.forEach(change -> lines.add(change.text()));
        List<Object> diverging = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            String name = before.examples().get(i).name();
            for (Shadow.Divergence part : Shadow.compare(before, after, List.of(histories.get(i)))) {
                String text =
                        "example '" + name + "' after event " + part.event() + ": " + part.was() + " -> " + part.now();
                lines.add("! " + text);
                diverging.add(object("example", name, "event", part.event(), "was", part.was(), "now", part.now()));
            }
        }
        versions.all().forEach(finding -> lines.add(now.text(finding)));
        return new FlowTool.Answer(
                versions.isEmpty(),
                lines,
                object(
                        "ok", versions.isEmpty(),
                        "changes",
                                changes.stream()
                                        .map(TreeDifference.Change::text)
                                        .toList(),
                        "diverging", diverging,
                        "findings", versions.all().stream().map(now::text).toList()));
    }

    private static FlowChecks.Published published(LoadedFlow file, FlowDefinition flow) {
        return new FlowChecks.Published(flow.flow(), flow.version(), file.sha256());
    }

    private FlowTool.Answer processors() {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        for (BoundProcessor processor : processors.all()) {
            String flags = (processor.io() ? " io" : "") + (processor.sensitive() ? " sensitive" : "");
            String signature =
                    processor.name() + processor.takes() + " " + processor.out().word() + flags;
            lines.add(signature + ": " + processor.doc());
            json.add(object("name", processor.name(), "signature", signature, "doc", processor.doc()));
        }
        return new FlowTool.Answer(true, lines, object("ok", true, "processors", json));
    }

    private static Object plain(Tree tree) {
        if (tree instanceof Tree.Fields some) {
            Map<String, Object> fields = new LinkedHashMap<>();
            some.fields().forEach((name, value) -> fields.put(name, plain(value)));
            return fields;
        }
        if (tree instanceof Tree.Items some) {
            return some.items().stream().map(FlowCommands::plain).toList();
        }
        if (tree instanceof Tree.Numeral number) {
            return number.value();
        }
        return tree instanceof Tree.Flag flag ? flag.value() : tree instanceof Tree.Text text ? text.value() : "";
    }

    /** An object of JSON with its fields in this order. */
    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}

package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A definition file after loading.
 *
 * @param file name, for messages
 * @param sha256 hash of its bytes, lower-case hexadecimal
 * @param source its values and lines, or null if it could not be read
 * @param definition what it defines, or null if too much is missing
 * @param findings everything that is wrong with it
 */
public record LoadedFlow(
        String file,
        String sha256,
        @Nullable SourceText source,
        @Nullable FlowDefinition definition,
        List<Finding> findings) {
    public LoadedFlow {
        findings = List.copyOf(findings);
    }

    /** The definition if nothing is wrong with it. */
    public Optional<FlowDefinition> good() {
        return findings.isEmpty() ? Optional.ofNullable(definition) : Optional.empty();
    }

    /** Its values; nothing if it could not be read. */
    public Tree tree() {
        return source == null ? new Tree.Nil() : source.tree();
    }

    /** The line of a place. */
    public int line(Place place) {
        return source == null ? 1 : source.line(place);
    }

    /** A finding as one line that names file, line, step and rule. */
    public String text(Finding finding) {
        String step = finding.place().step().map(name -> " step " + name + ":").orElse("");
        return file + ":" + line(finding.place()) + ":" + step + " ["
                + finding.rule().id() + "] " + finding.message();
    }
}

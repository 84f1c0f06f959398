package io.jointlending.fund.route.text;

import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.flow.text.SourceText;
import io.jointlending.fund.route.domain.RouteChecks;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.domain.SchemeChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A route file after loading.
 *
 * @param file name, for messages
 * @param sha256 hash of its text, lower-case hexadecimal
 * @param source its values and lines, or null if it could not be read
 * @param definition what it defines, or null if too much is missing
 * @param findings everything that is wrong with it
 */
public record LoadedRoute(
        String file,
        String sha256,
        @Nullable SourceText source,
        @Nullable RouteDefinition definition,
        List<Finding> findings) {
    public LoadedRoute {
        findings = List.copyOf(findings);
    }

    /** Loads one file and checks it by itself; what is wrong is in its findings. */
    public static LoadedRoute load(String file, String text) {
        Findings findings = new Findings();
        SourceText source = SourceReader.read(text, findings).orElse(null);
        RouteDefinition definition = source == null ? null : new RouteReader(findings).read(source.tree());
        if (definition != null && findings.isEmpty()) {
            RouteChecks.check(definition, findings);
        }
        return new LoadedRoute(file, FlowLoader.sha256(text), source, definition, findings.all());
    }

    /** The same, checked with the schemes too. */
    public LoadedRoute with(Map<String, Scheme> schemes, Predicate<String> cancels) {
        if (definition == null) {
            return this;
        }
        Findings more = new Findings();
        SchemeChecks.check(definition, schemes, cancels, more);
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more.all());
        return new LoadedRoute(file, sha256, source, definition, all);
    }

    /** The definition if nothing is wrong with it. */
    public Optional<RouteDefinition> good() {
        return findings.isEmpty() ? Optional.ofNullable(definition) : Optional.empty();
    }

    /** The line of a place. */
    public int line(Place place) {
        return source == null ? 1 : source.line(place);
    }

    /** A finding as one line that names file, line, rule of the route and rule that is broken. */
    public String text(Finding finding) {
        return file + ":" + line(finding.place()) + ":" + rule(finding.place()) + " ["
                + finding.rule().id() + "] " + finding.message();
    }

    private String rule(Place place) {
        List<String> path = place.path();
        if (source == null || path.size() < 2 || !path.get(0).equals("rules")) {
            return "";
        }
        return source.tree()
                .at(List.of(path.get(0), path.get(1), "name"))
                .filter(Tree.Text.class::isInstance)
                .map(name -> " rule " + ((Tree.Text) name).value() + ":")
                .orElse("");
    }
}

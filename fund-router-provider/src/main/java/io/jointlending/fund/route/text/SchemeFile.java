package io.jointlending.fund.route.text;

import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.Section;
import io.jointlending.fund.flow.text.SourceReader;
import io.jointlending.fund.flow.text.SourceText;
import io.jointlending.fund.route.domain.Scheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schemes written in a file, for checks where no channel-admin-provider answers.
 *
 * @param schemes by code
 * @param cancels institutions that can take back what they have agreed to
 * @param findings what is wrong with the file
 */
public record SchemeFile(Map<String, Scheme> schemes, Set<String> cancels, List<Finding> findings) {
    /** Reads one. */
    public static SchemeFile read(String text) {
        Findings findings = new Findings();
        Map<String, Scheme> schemes = new LinkedHashMap<>();
        Set<String> cancels = new LinkedHashSet<>();
        SourceText source = SourceReader.read(text, findings).orElse(null);
        if (source != null) {
            Section all = Section.of(source.tree(), Place.of(), findings).allow("schemes", "cancel");
            Section written = all.section("schemes");
            for (String code : written.names()) {
                scheme(code, written, findings, schemes);
            }
            for (Tree institution : all.list("cancel")) {
                if (institution instanceof Tree.Text name) {
                    cancels.add(name.value());
                }
            }
        }
        return new SchemeFile(schemes, cancels, findings.all());
    }

    private static void scheme(String code, Section written, Findings findings, Map<String, Scheme> schemes) {
        List<Scheme.Share> shares = new ArrayList<>();
        List<Tree> seats = written.list(code);
        for (int i = 0; i < seats.size(); i++) {
            Section share = Section.of(seats.get(i), written.place().at(code).at(i), findings)
                    .allow("institution", "kind", "shareBp", "lead");
            share.needs(Rule.SYNTAX, "institution", "kind", "shareBp");
            String institution = share.text("institution");
            String kind = share.text("kind");
            Integer shareBp = share.number("shareBp");
            boolean lead = share.tree("lead") instanceof Tree.Flag flag && flag.value();
            if (institution != null && kind != null && shareBp != null) {
                shares.add(new Scheme.Share(i + 1, institution, kind.equals("EXTERNAL"), lead, shareBp));
            }
        }
        try {
            schemes.put(code, new Scheme(code, shares));
        } catch (IllegalStateException notWhole) {
            findings.add(Rule.SCHEME, written.place().at(code), String.valueOf(notWhole.getMessage()));
        }
    }
}

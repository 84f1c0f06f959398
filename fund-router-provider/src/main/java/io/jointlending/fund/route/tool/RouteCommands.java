package io.jointlending.fund.route.tool;

import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.Decision;
import io.jointlending.fund.route.domain.FactType;
import io.jointlending.fund.route.domain.FundSnapshot;
import io.jointlending.fund.route.domain.FundState;
import io.jointlending.fund.route.domain.OpenHours;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Router;
import io.jointlending.fund.route.text.LoadedRoute;
import io.jointlending.fund.route.text.SchemeFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands of the tool, from texts to answers. */
final class RouteCommands {
    private static final FundState OPEN =
            new FundState(false, OpenHours.ALWAYS, List.of(), false, OptionalLong.of(Long.MAX_VALUE));

    private final @Nullable SchemeFile known;

    RouteCommands(@Nullable SchemeFile known) {
        this.known = known;
    }

    RouteTool.Answer badSchemes(String file) {
        List<String> lines = known == null
                ? List.of()
                : known.findings().stream()
                        .map(finding ->
                                file + ": [" + finding.rule().id() + "] " + finding.place() + ": " + finding.message())
                        .toList();
        return new RouteTool.Answer(false, lines, Map.of("ok", false, "findings", lines));
    }

    RouteTool.Answer check(Map<String, String> texts) {
        List<String> lines = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        boolean good = true;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            LoadedRoute loaded = load(text.getKey(), text.getValue());
            good &= loaded.findings().isEmpty();
            loaded.findings().forEach(finding -> lines.add(loaded.text(finding)));
            loaded.good()
                    .ifPresent(route -> lines.add(loaded.file() + ": good, " + route.route() + " version "
                            + route.version() + ", " + route.rules().size() + " rules, sha256 "
                            + loaded.sha256().substring(0, 12)
                            + (known == null ? "; schemes were not checked" : "")));
            json.add(object(
                    "file",
                    loaded.file(),
                    "sha256",
                    loaded.sha256(),
                    "schemesChecked",
                    known != null,
                    "findings",
                    loaded.findings().stream()
                            .map(finding -> json(loaded, finding))
                            .toList()));
        }
        return new RouteTool.Answer(good, lines, object("ok", good, "files", json));
    }

    RouteTool.Answer decide(String file, String text, RouteTool.Call call) {
        LoadedRoute loaded = load(file, text);
        RouteDefinition route = loaded.good().orElse(null);
        if (route == null || known == null) {
            return check(Map.of(file, text));
        }
        Map<String, FundState> funds = new LinkedHashMap<>();
        known.schemes().values().forEach(scheme -> scheme.external()
                .forEach(share -> funds.put(share.institutionCode(), OPEN)));
        String excluded = call.options().getOrDefault("--excluded", "");
        Decision decision = Router.decide(
                route,
                facts(route, call),
                new FundSnapshot(LocalDate.EPOCH.atStartOfDay(), known.schemes(), funds),
                Set.of(excluded.split(",", -1)));
        List<String> lines = new ArrayList<>();
        lines.add("rule " + (decision.ruleName() == null ? "otherwise" : decision.ruleName())
                + (decision.problem() == null ? "" : ": " + decision.problem()));
        decision.candidates().forEach(candidate -> lines.add("  " + line(candidate)));
        lines.add("last resort " + route.lastResort());
        return new RouteTool.Answer(
                decision.problem() == null,
                lines,
                object(
                        "ok", decision.problem() == null,
                        "rule", decision.ruleName(),
                        "problem", decision.problem(),
                        "candidates", decision.candidates(),
                        "lastResort", route.lastResort()));
    }

    private LoadedRoute load(String file, String text) {
        LoadedRoute loaded = LoadedRoute.load(file, text);
        SchemeFile schemes = known;
        return schemes == null || !loaded.findings().isEmpty()
                ? loaded
                : loaded.with(schemes.schemes(), schemes.cancels()::contains);
    }

    private static OrderFacts facts(RouteDefinition route, RouteTool.Call call) {
        long amountFen = Long.parseLong(call.options().getOrDefault("--amount-fen", "0"));
        Map<String, Object> values = new LinkedHashMap<>();
        call.facts().forEach((name, value) -> {
            FactType type = route.facts().get(name);
            boolean number = type != null && type.kind() == FactType.Kind.LONG && value.matches("-?[0-9]{1,18}");
            values.put(name, number ? (Object) Long.valueOf(value) : value);
        });
        values.put(RouteDefinition.AMOUNT, amountFen);
        return new OrderFacts(call.options().getOrDefault("--order-no", ""), amountFen, values);
    }

    private static String line(Candidate candidate) {
        return candidate.scheme() + " " + candidate.result()
                + (candidate.reason() == null ? "" : " " + candidate.reason() + " " + candidate.institution())
                + (candidate.detail() == null ? "" : " " + candidate.detail());
    }

    private static Object json(LoadedRoute loaded, Finding finding) {
        return object(
                "line", loaded.line(finding.place()),
                "rule", finding.rule().id(),
                "place", finding.place().toString(),
                "message", finding.message());
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

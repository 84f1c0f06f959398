package io.jointlending.fund.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.text.LoadedRoute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sample route, the sample schemes, and how tests load them. */
public final class RouteTexts {
    /** The sample. */
    public static final String SAMPLE = resource("/routes/owner-loan.yaml");

    /** The sample schemes. */
    public static final Map<String, Scheme> SCHEMES = Map.of(
            "JOINT-70-30",
            scheme("JOINT-70-30", "BANK-A", 7000),
            "JOINT-80-20",
            scheme("JOINT-80-20", "BANK-B", 8000),
            "JOINT-10-90",
            scheme("JOINT-10-90", "BANK-C", 1000),
            "JOINT-50-30-20",
            new Scheme(
                    "JOINT-50-30-20",
                    List.of(
                            new Scheme.Share(1, "BANK-A", true, false, 5000),
                            new Scheme.Share(2, "BANK-B", true, false, 3000),
                            new Scheme.Share(3, "SMALL-LOAN", false, true, 2000))),
            "JOINT-30-50-20",
            new Scheme(
                    "JOINT-30-50-20",
                    List.of(
                            new Scheme.Share(1, "BANK-B", true, false, 3000),
                            new Scheme.Share(2, "BANK-A", true, false, 5000),
                            new Scheme.Share(3, "SMALL-LOAN", false, true, 2000))),
            "OWN-100",
            new Scheme("OWN-100", List.of(new Scheme.Share(1, "SMALL-LOAN", false, true, 10_000))));

    private RouteTexts() {}

    /** One bank and our company. */
    public static Scheme scheme(String code, String bank, int bankBp) {
        return new Scheme(
                code,
                List.of(
                        new Scheme.Share(1, bank, true, false, bankBp),
                        new Scheme.Share(2, "SMALL-LOAN", false, true, 10_000 - bankBp)));
    }

    /** Loads a text, with the sample schemes; no bank but BANK-A can cancel. */
    public static LoadedRoute load(String text) {
        return LoadedRoute.load("route.yaml", text).with(SCHEMES, "BANK-A"::equals);
    }

    /** A text that must be good. */
    public static RouteDefinition good(String text) {
        LoadedRoute loaded = load(text);
        return loaded.good().orElseThrow(() -> new AssertionError(loaded.findings()));
    }

    /** A table of cases. */
    public static JsonNode cases(String name) {
        try {
            return new ObjectMapper().readTree(resource("/cases/route/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RouteTexts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

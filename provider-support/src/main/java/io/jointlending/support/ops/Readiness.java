package io.jointlending.support.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this instance can serve: the answers of some checks. Says in the log when one of them changes. */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final Map<String, Supplier<@Nullable String>> checks = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** Adds a check; it answers null when all is well and otherwise what is not, quickly and without throwing. */
    public Readiness with(String name, Supplier<@Nullable String> check) {
        checks.put(name, check);
        return this;
    }

    /** Runs every check: its name and {@code ok}, or what is wrong. */
    public synchronized Map<String, String> check() {
        Map<String, String> answers = new LinkedHashMap<>();
        checks.forEach((name, check) -> {
            String problem = check.get();
            String before = problem == null ? problems.remove(name) : problems.put(name, problem);
            if (problem != null && before == null) {
                LOG.warn("not ready: {}: {}", name, problem);
            } else if (problem == null && before != null) {
                LOG.info("{} is back", name);
            }
            answers.put(name, problem == null ? "ok" : problem);
        });
        return answers;
    }

    /** True when every answer is {@code ok}. */
    static boolean ready(Map<String, String> answers) {
        return answers.values().stream().allMatch("ok"::equals);
    }
}

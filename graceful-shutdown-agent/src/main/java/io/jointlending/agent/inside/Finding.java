package io.jointlending.agent.inside;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the guard says of one service in one registry. */
final class Finding {
    final String service;
    final String registry;
    /** Who else is registered. */
    final Set<String> others;
    /** Of those: who accepts no connection. */
    final Set<String> dead;
    /** Of those: who came too lately for every caller to know him. */
    final Set<String> young = new LinkedHashSet<>();
    /** Neither dead nor young, and not about to leave. */
    final Set<String> left = new LinkedHashSet<>();

    final List<String> callers = new ArrayList<>();
    private boolean enough;
    private boolean enoughSoon;
    private boolean othersLeave;

    Finding(String service, String registry, Set<String> others, Set<String> dead) {
        this.service = service;
        this.registry = registry;
        this.others = others;
        this.dead = dead;
    }

    /** Decides; {@code staying} are those who live and do not leave. */
    void judge(Set<String> staying, int minProviders) {
        left.addAll(staying);
        left.removeAll(young);
        enough = left.size() >= minProviders;
        enoughSoon = staying.size() >= minProviders;
        othersLeave = staying.size() < others.size() - dead.size();
    }

    boolean enough() {
        return enough;
    }

    /** True if there will be enough when those who came lately are known. */
    boolean enoughSoon() {
        return enoughSoon;
    }

    /** True if there would be more if others did not leave at this moment. */
    boolean othersLeave() {
        return othersLeave;
    }

    Map<String, Object> json() {
        Map<String, Object> json = JsonText.object("service", service, "registry", registry, "others", others);
        json.put("dead", dead);
        json.put("young", young);
        json.put("left", left);
        json.put("callers", callers);
        return json;
    }
}

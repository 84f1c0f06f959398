package io.jointlending.fund.flow.domain;

import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a flow (行为): how one institution is asked for one thing. Immutable; a task keeps the version it began with.
 *
 * @param flow channel and behaviour, {@code first-bank.loan}
 * @param version 1, 2, 3 …
 * @param input every value the caller supplies, by path
 * @param business path of the input that is the business number, by which callbacks find the task
 * @param start first step
 * @param deadline of the whole behaviour; past it a person decides, it is never taken for a refusal
 * @param unsent time after which a task of which nothing has left ends REJECTED, so that another institution can be asked; null for
 *     never
 * @param codes the institution's codes; one that is not listed is an {@link Category#ERROR}
 * @param steps by name, in the order they are written
 * @param given input of the examples
 * @param examples stories that must hold
 */
public record FlowDefinition(
        String flow,
        int version,
        Map<String, ValueType> input,
        String business,
        String start,
        Duration deadline,
        @Nullable Duration unsent,
        Map<String, Category> codes,
        Map<String, Step> steps,
        Tree.Fields given,
        List<Example> examples) {
    public FlowDefinition {
        input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        examples = List.copyOf(examples);
    }

    /** The channel: the part of the name before the dot. */
    public String channel() {
        int dot = flow.indexOf('.');
        return dot < 0 ? flow : flow.substring(0, dot);
    }

    /** The step of this name. */
    public Step step(String name) {
        Step step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException(flow + " version " + version + " has no step " + name);
        }
        return step;
    }

    /** The first end of this outcome. */
    public Optional<Step.End> end(Outcome outcome) {
        return steps.values().stream()
                .filter(step -> step instanceof Step.End end && end.outcome() == outcome)
                .map(Step.End.class::cast)
                .findFirst();
    }

    /** The category of an institution's code. */
    public Category categoryOf(String code) {
        return codes.getOrDefault(code, Category.ERROR);
    }
}

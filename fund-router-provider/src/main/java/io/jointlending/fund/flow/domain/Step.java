package io.jointlending.fund.flow.domain;

import io.jointlending.fund.flow.domain.template.Template;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step (步骤) of a flow. */
public sealed interface Step {
    /** Name within the flow. */
    String name();

    /** A step that gets an answer and branches by its category. */
    sealed interface Answered extends Step {
        /** Values taken from the answer, {@code code} among them. */
        Map<String, OutField> out();

        /** Branches in the order they are written. */
        List<Branch> next();

        /** How long a task may stay here before it counts as stuck (卡单), or null. */
        @Nullable
        Duration sla();

        /** The branch for a category; empty if a definition that was not checked has none. */
        default Optional<Integer> branchOf(Category category) {
            for (int i = 0; i < next().size(); i++) {
                if (next().get(i).on().contains(category)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Sends a request.
     *
     * @param unknown what happens when the answer was lost; null only before the checks
     */
    record Call(
            String name,
            Endpoint endpoint,
            Repeat repeat,
            Template request,
            Map<String, OutField> out,
            List<Branch> next,
            @Nullable Next unknown,
            @Nullable Duration sla)
            implements Answered {
        public Call {
            out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
            next = List.copyOf(next);
        }
    }

    /**
     * Waits for a callback of the institution.
     *
     * @param event name under which it arrives
     * @param match where it carries the business number
     * @param dedup where it carries its own message number
     * @param ackOk answer for a callback that was stored
     * @param ackFail answer for one that was not
     * @param timeout how long to wait
     * @param timeoutStep step after that
     */
    record Callback(
            String name,
            String event,
            Pointer match,
            Pointer dedup,
            Tree ackOk,
            Tree ackFail,
            Map<String, OutField> out,
            List<Branch> next,
            Duration timeout,
            String timeoutStep,
            @Nullable Duration sla)
            implements Answered {
        public Callback {
            out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
            next = List.copyOf(next);
        }
    }

    /**
     * Ends the flow.
     *
     * @param outcome how
     */
    record End(String name, Outcome outcome) implements Step {}
}

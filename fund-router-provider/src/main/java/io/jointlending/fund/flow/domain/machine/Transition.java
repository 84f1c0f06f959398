package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Category;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the machine.
 *
 * @param state next state; the same as before if nothing is to be done
 * @param effect what is to be done now
 * @param category meaning of the institution's answer, or null if the event brought none that could be read
 */
public record Transition(TaskState state, Effect effect, @Nullable Category category) {
    /** Whether the event was applied, so that it belongs into the log of the task. */
    public boolean applied() {
        return !(effect instanceof Effect.Nothing);
    }

    Transition meaning(Category read) {
        return new Transition(state, effect, read);
    }
}

package io.jointlending.api.approval;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param command the proposal now
 * @param oneTimePassword shown this once, to whoever approved a user or a reset; stored nowhere
 */
public record DecisionView(ApprovalView command, @Nullable String oneTimePassword) implements Serializable {
    @Override
    public String toString() {
        return "DecisionView[" + command.commandNo() + ", " + command.status() + "]";
    }
}

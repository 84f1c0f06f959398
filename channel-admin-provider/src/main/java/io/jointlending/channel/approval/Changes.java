package io.jointlending.channel.approval;

import io.jointlending.api.approval.ActionRule;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every action with what it does. */
public final class Changes {
    private final Map<String, Change<?>> byAction;

    /** IllegalArgumentException unless there is exactly one for each action, with the payload that the action names. */
    public Changes(List<Change<?>> changes) {
        this.byAction = changes.stream().collect(Collectors.toUnmodifiableMap(Change::action, Function.identity()));
        for (ActionRule rule : Actions.all()) {
            Change<?> change = byAction.get(rule.action());
            if (change == null || !change.payloadType().getSimpleName().equals(rule.payloadType())) {
                throw new IllegalArgumentException(
                        rule.action() + " takes " + rule.payloadType() + ", found " + change);
            }
        }
        if (byAction.size() != Actions.all().size()) {
            throw new IllegalArgumentException("a change without an action: " + byAction.keySet());
        }
    }

    /** A0611 for an action that there is not. */
    Change<?> require(String action) {
        Change<?> change = byAction.get(action);
        if (change == null) {
            throw new Refusal(ErrorCodes.ACTION_UNKNOWN, "action");
        }
        return change;
    }

    static ActionRule rule(String action) {
        return Actions.find(action).orElseThrow(() -> new Refusal(ErrorCodes.ACTION_UNKNOWN, "action"));
    }

    /** Actions that the person may approve. */
    static List<String> approvable(Person person) {
        return Actions.all().stream()
                .filter(rule -> person.may(rule.approvePermission()))
                .map(ActionRule::action)
                .toList();
    }

    /** A0406 unless the person has the permission. */
    static void require(Person person, String permission) {
        if (person.ofChannel() || !person.may(permission)) {
            throw new Refusal(ErrorCodes.NOT_PERMITTED, "This needs the permission " + permission + ".", null);
        }
    }
}

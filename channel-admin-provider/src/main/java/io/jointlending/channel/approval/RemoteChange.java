package io.jointlending.channel.approval;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change that another provider carries out, when the message of the approval reaches it.
 *
 * @param <P> request of that provider's contract method
 */
public final class RemoteChange<P> implements Change<P> {
    private final String action;
    private final Class<P> payloadType;
    private final Function<P, Target> target;
    private final Consumer<P> check;

    /** @param target names what is changed */
    public RemoteChange(String action, Class<P> payloadType, Function<P, Target> target) {
        this(action, payloadType, target, payload -> {});
    }

    /**
     * A change that is looked at here before anybody approves it.
     *
     * @param target names what is changed
     * @param check refuses what its owner would refuse in any case, or could not judge
     */
    public RemoteChange(String action, Class<P> payloadType, Function<P, Target> target, Consumer<P> check) {
        this.action = action;
        this.payloadType = payloadType;
        this.target = target;
        this.check = check;
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public Class<P> payloadType() {
        return payloadType;
    }

    @Override
    public Target target(P payload) {
        return target.apply(payload);
    }

    @Override
    public void check(P payload) {
        check.accept(payload);
    }

    @Override
    public @Nullable Long version(P payload) {
        return null;
    }

    @Override
    public Done execute(P payload, String requestNo, String maker) {
        throw new IllegalStateException(action + " is carried out elsewhere");
    }
}

package io.jointlending.fund.flow.domain.template;

/** A request that cannot be filled in. Nothing was sent. The message names paths and processors, never values. */
public final class CannotRender extends RuntimeException {
    private final boolean mayPass;

    /**
     * Says why.
     *
     * @param mayPass whether it may work later
     */
    public CannotRender(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    /** Whether another system did not answer, so that it may work later; otherwise a person has to look. */
    public boolean mayPass() {
        return mayPass;
    }
}

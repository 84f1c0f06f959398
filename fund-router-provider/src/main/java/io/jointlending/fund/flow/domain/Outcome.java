package io.jointlending.fund.flow.domain;

/** How a flow ends. */
public enum Outcome {
    /** The institution did what was asked. */
    SUCCESS,
    /**
     * The institution does not do it, for certain: it refused, verified, or nothing ever left for it. The only outcome after which
     * another institution may be asked.
     */
    REJECTED,
    /** A person decides: what happened is not known for sure. */
    MANUAL
}

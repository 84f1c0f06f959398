package io.jointlending.fund.flow.domain;

/** How a flow ends. */
public enum Outcome {
    /** The institution did what was asked. */
    SUCCESS,
    /** The institution refused, verified; the only outcome after which another institution may be asked. */
    REJECTED,
    /** A person decides: what happened is not known for sure. */
    MANUAL
}

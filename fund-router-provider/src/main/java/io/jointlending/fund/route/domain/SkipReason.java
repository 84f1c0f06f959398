package io.jointlending.fund.route.domain;

/** Why a scheme is not tried, or only after the others. */
public enum SkipReason {
    /** There is no such scheme any more. */
    NO_SCHEME,
    /** An institution of it refused this order before. */
    EXCLUDED_FUND,
    /** An institution of it has no fund channel. */
    NO_CHANNEL,
    /** An institution of it is switched off. */
    PAUSED,
    /** An institution of it is closed at this time of the day. */
    CLOSED_HOURS,
    /** An institution of it is in a planned time without service. */
    WINDOW,
    /** An institution of it does not take such orders; the detail names the fact. */
    ACCEPT,
    /** An institution of it does not take parts of this size. */
    SHARE_RANGE,
    /** An institution of it has no quota for this day, which is an error of configuration. */
    QUOTA_MISSING,
    /** A quota of an institution of it is seen to be full. */
    QUOTA_SEEN_FULL,
    /** A quota of an institution of it was full when it was to be reserved. */
    QUOTA_TAKEN,
    /** Calls to an institution of it fail at the moment: tried after the others. */
    BREAKER_OPEN
}

package io.jointlending.support.money;

/** How the time of a period becomes a part of a year. */
public enum DayCount {
    /** A period is a twelfth of a year; part of a period counts by its days over the days of the period. */
    MONTHLY,
    /** Actual days over 365, leap year or not. */
    ACT_365,
    /** Actual days over 360. */
    ACT_360
}

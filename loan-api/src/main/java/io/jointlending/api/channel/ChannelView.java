package io.jointlending.api.channel;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A channel (渠道): where borrowers come from.
 *
 * @param channelCode code, never changed
 * @param name name for people
 * @param kind {@link #APP}, {@link #H5}, {@link #PARTNER} or {@link #OFFLINE}
 * @param status APPLIED, then REVIEWED or REJECTED; ENABLED, DISABLED, CLOSED
 * @param applicant who applied for it
 * @param reviewer who reviewed it, or null
 * @param reviewNote why it was accepted or rejected, or null
 * @param version rises with every change, 1 for the first
 */
public record ChannelView(
        String channelCode,
        String name,
        String kind,
        String status,
        String applicant,
        @Nullable String reviewer,
        @Nullable String reviewNote,
        Long version)
        implements Serializable {
    /** Our own app. */
    public static final String APP = "APP";
    /** Our own pages in a browser. */
    public static final String H5 = "H5";
    /** The system of another company. */
    public static final String PARTNER = "PARTNER";
    /** Customer managers and branches. */
    public static final String OFFLINE = "OFFLINE";

    /** Somebody asked for it. */
    public static final String APPLIED = "APPLIED";
    /** Another person found it good. */
    public static final String REVIEWED = "REVIEWED";
    /** Another person found it not good; the end. */
    public static final String REJECTED = "REJECTED";
    /** It submits orders. */
    public static final String ENABLED = "ENABLED";
    /** It submits none for now. */
    public static final String DISABLED = "DISABLED";
    /** It never submits one again. */
    public static final String CLOSED = "CLOSED";
}

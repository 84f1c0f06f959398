package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often one method was called.
 *
 * @param contract full name of the interface
 * @param method name
 * @param countedSince UTC, the day on which this provider first exported the method and began to count
 * @param calls in the days that were asked for, refused ones too; an instance adds its own within seconds
 * @param lastCalledOn UTC, the last day with a call, also before those days, or null if there is none in 400 days
 */
public record MethodCallsView(
        String contract, String method, LocalDate countedSince, Long calls, @Nullable LocalDate lastCalledOn)
        implements Serializable {}

package io.jointlending.api.ops;

import java.io.Serializable;

/**
 * What one statement of a mapper took, from sending it to its last row.
 *
 * @param name mapper and method
 * @param sql text with a question mark for every value; one of several where the statement has varying length
 * @param calls how often it ran, failures too
 * @param totalMicros all of them together, in microseconds
 * @param averageMicros one of them
 * @param maxMicros the slowest of them
 */
public record StatementTimeView(
        String name, String sql, Long calls, Long totalMicros, Long averageMicros, Long maxMicros)
        implements Serializable {}

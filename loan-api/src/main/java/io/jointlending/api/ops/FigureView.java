package io.jointlending.api.ops;

import java.io.Serializable;

/**
 * One of the figures that an instance measures.
 *
 * @param name as in its metrics, such as {@code jl.outbox.oldest.pending}
 * @param of what it is a figure of, such as {@code status=40}; empty for the whole
 * @param value rounded; times are in seconds
 */
public record FigureView(String name, String of, Long value) implements Serializable {}

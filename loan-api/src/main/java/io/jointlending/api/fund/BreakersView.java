package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * Breakers as one instance has them.
 *
 * @param instance the instance that answers; each measures for itself
 * @param breakers by channel and endpoint
 */
public record BreakersView(String instance, List<BreakerView> breakers) implements Serializable {}

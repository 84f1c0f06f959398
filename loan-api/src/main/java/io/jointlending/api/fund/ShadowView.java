package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * What a shadow replay shows.
 *
 * @param against version whose recorded tasks were run through the new one, 0 if none is active
 * @param replayed how many tasks
 * @param diverging how many would go another way
 * @param first the first of them, at most 100
 */
public record ShadowView(Integer against, Integer replayed, Integer diverging, List<DivergenceView> first)
        implements Serializable {}

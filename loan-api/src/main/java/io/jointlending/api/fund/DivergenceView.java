package io.jointlending.api.fund;

import java.io.Serializable;

/**
 * A task that would go another way.
 *
 * @param taskNo task
 * @param event number of the event after which it would, 0 for the start
 * @param was what the active version does then
 * @param now what the new version would do
 */
public record DivergenceView(String taskNo, Integer event, String was, String now) implements Serializable {}

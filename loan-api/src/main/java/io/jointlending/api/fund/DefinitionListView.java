package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * Versions of a flow or channel.
 *
 * @param versions newest first, at most 100, without texts
 */
public record DefinitionListView(List<DefinitionView> versions) implements Serializable {}

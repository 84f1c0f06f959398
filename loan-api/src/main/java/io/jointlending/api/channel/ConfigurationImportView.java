package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * What an import has done.
 *
 * @param revision of the configuration afterwards
 * @param applied what was added and changed; empty when everything was here already
 */
public record ConfigurationImportView(Long revision, List<ConfigurationDifferenceView> applied)
        implements Serializable {}

package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document against the configuration here.
 *
 * @param revision of the configuration here: rises with every change of it, so that a proposal for this revision is refused when
 *     anything was changed since
 * @param differences by kind and code, fields in the order of the entry
 * @param toImport of the document only what would be added or changed; an import of this does the same
 * @param problemCode why an import would be refused as things are, null when it would be accepted
 * @param problem the same in words
 */
public record ConfigurationComparisonView(
        Long revision,
        List<ConfigurationDifferenceView> differences,
        ConfigurationFileView toImport,
        @Nullable String problemCode,
        @Nullable String problem)
        implements Serializable {}

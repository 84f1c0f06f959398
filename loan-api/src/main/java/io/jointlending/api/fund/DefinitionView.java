package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A published version.
 *
 * @param kind FLOW or CHANNEL
 * @param name name
 * @param version version
 * @param status DRAFT, ACTIVE or RETIRED
 * @param sha256 of its text, hex
 * @param publishedBy who published it
 * @param activatedBy another person, or null
 * @param text its text, or null in lists
 */
public record DefinitionView(
        String kind,
        String name,
        Integer version,
        String status,
        String sha256,
        String publishedBy,
        @Nullable String activatedBy,
        @Nullable String text)
        implements Serializable {}
